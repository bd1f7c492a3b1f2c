import type { Language } from './language.ts';

export const english: Language = {
  named: {
    negation:
      'not no never none nothing nobody nowhere without neither nor prohibit prohibited forbid forbidden prevent avoid unable hardly barely ' +
      'scarcely rarely seldom lack yes un non dis',
    modal:
      'may maybe might could can will shall would should ought must need needs have has required require requires obliged obligated mandatory ' +
      'optional voluntary allow allowed permit permitted entitled let attempt try aim strive intend plan promise guarantee ensure able likely ' +
      'possibly reasonable reasonably',
    quantifier:
      'all every everyday each entire whole any some several certain most many few only solely exclusively just strictly more less fewer both ' +
      'either least maximum minimum limited unlimited always usually generally sometimes often forever permanently partly partially fully ' +
      'completely one two three four five six seven eight nine ten dozen hundred half thirty sixty ninety second seconds minute minutes hour ' +
      'hours day days week weeks month months year years daily weekly monthly quarterly yearly annually hourly before after during until till ' +
      'within',
    exception:
      'unless except exception excluding however notwithstanding despite provided if when where whenever until subject otherwise but only ' +
      'case event extent outside beyond exempt including include includes or such',
    right:
      'right rights consent consents object objection opt opted choose choice choices withdraw withdrawal revoke delete deletion erase ' +
      'erasure remove removal request requests unsubscribe subscribe correct rectify export portability complain complaint appeal refuse ' +
      'decline cease disable enable off on settings preferences preference permission turn switch toggle agree disagree cancel stop form dsar controls control ' +
      'deactivate close dispute waive waiver limit restrict',
  },
  neutral: 'a an the of please also mr mrs ms herr frau',
  same:
    'application:app applications:apps whilst:while amongst:among notice:policy statement:policy learnt:learned is:are was:were does:do ' +
    'street:st avenue:ave suite:ste boulevard:blvd road:rd building:bldg incorporated:inc corporation:corp ' +
    'website:site websites:sites web_site:site web_sites:sites article:art united_states_of_america:US united_states:US usa:US u_s_a:US u_s:US united_kingdom:uk u_k:uk european_union:eu e_u:eu ' +
    'european_economic_area:eea for_example:eg for_instance:eg that_is:ie percent:% per_cent:% in_order_to:to ' +
    'approx:approximately thus:therefore tel:phone telephone:phone additionally:furthermore in_addition:furthermore any_time:anytime log_in_to:log_into pursuant_to:under in_accordance_with:under as_per:under under_the_age_of:under years_old:years_of_age for_as_long_as:as_long_as as_well_as:and via:through regarding:about concerning:about with_regard_to:about ' +
    'with_respect_to:about in_relation_to:about go_to:visit view:see refer_to:see read_more:learn_more further_information:more_information explains:describes explain:describe rgpd:gdpr dsgvo:gdpr general_data_protection_regulation:gdpr ' +
    'california_consumer_privacy_act:ccpa sccs:scc standard_data_protection_clauses:scc standard_contractual_clauses:scc ' +
    'model_contractual_clauses:scc step_authentication:step_verification factor_authentication:step_verification subcontractor:subprocessor ' +
    'subcontractors:subprocessors twitter:x including_without_limitation:including_but_not_limited_to',
  dated:
    'last latest recent most before updated update modified modification revised revision amended published posted created reviewed effective ' +
    'effect take takes following comes into force since valid as of from date dated this the our privacy policy policies notice statement terms service are became went adopted changed change ' +
    'services use conditions agreement cookie cookies document page version v is was were has been will be superseded supersedes replaced ' +
    'replaces by on at st nd rd th utc copyright archived previous prior earlier versions view see current and these updates changes go list includes ' +
    'edited issue issued publication release originally in monday tuesday wednesday thursday friday saturday sunday pm gmt cet est pst edt pdt',
  months:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  parts: 'section sections chapter paragraph clause appendix annex exhibit schedule part',
};
