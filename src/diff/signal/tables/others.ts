import type { Language } from './language.ts';

/** A few words of each language; they are all used for texts in any of these languages or in an unlisted one. */
export const others: Language = {
  named: {
    negation:
      'nicht kein keine keinen nie niemals ohne ne pas non sans jamais aucun no nunca sin não niet geen ' +
      'nigdy bez не нет без никогда inte aldrig utan ikke není nikdy hayır değil لا لن لم ليس ليست غير دون بدون नहीं न मत बिना',
    modal:
      'kann können konnte konnten könnte könnten darf dürfen durfte durften dürfte dürften muss müssen musste mussten müsste müssten soll ' +
      'sollen wird werden wurde wurden würde würden peut peuvent doit doivent puede debe pode deve',
    quantifier:
      'alle jede jeder nur tage tagen wochen monate monaten jahre jahren stunden tous toutes seulement jours mois ans todos solo días años',
    exception: 'außer sofern wenn falls soweit sauf si lorsque excepto cuando salvo',
    right:
      'recht rechte einwilligung widerspruch widerruf löschung wahl auswahl einstellungen ablehnen abmelden droit droits consentement opposer ' +
      'retirer choix choisir refuser préférences paramètres désinscrire désabonner derecho opciones preferencias rechazar scelta preferenze ' +
      'rifiutare preferências recusar voorkeuren weigeren',
  },
  neutral: 'die das des ein eine einer eines le la les un une l d el los las os het de herr frau mr mrs',
  same: 'ist:sind z_b:beispielsweise zum_beispiel:beispielsweise bzw:beziehungsweise ggf:gegebenenfalls sowie:und internetseite:webseite courriel:email site_internet:site ainsi_que:et afin_de:pour página_web:sitio sitio_web:sitio correo_electrónico:email',
  dated:
    'stand zuletzt aktualisiert geändert letzte letzter änderung aktualisierung am vom gültig ab seit version diese datenschutzerklärung ' +
    'dernière mis mise à jour du le er en vigueur date politique última actualización de fecha ultima modifica laatst bijgewerkt des conditions ' +
    'générales utilisation applicables à compter cgv cgu ont été a mise réalisée rédigées publié publiée publiées politique vie privée ' +
    'confidentialité relative aux actualizado actualizada publicado aggiornato aggiornamento pubblicato atualizado gepubliceerd ' +
    'veröffentlicht dès dieser unsere wurde ist fassung datenschutz datenschutzhinweise nutzungsbedingungen agb privacidad ' +
    'modificación revisión política esta fue por vez el términos ultimo aggiornata il atualizada atualização revisão da em privacidade termos gewijzigd ' +
    'versão versión versione wersja op voor privacybeleid privacyverklaring ostatnia aktualizacja polityka prywatności senast uppdaterad sidst opdateret sist oppdatert ' +
    'τελευταία ενημέρωση poslední aktualizace posledná aktualizácia ultima actualizare utolsó frissítés son güncelleme последнее обновление ' +
    'дата последнего обновления datum poslední päivitetty viimeksi update überarbeitung der den dem und aktuell letzten letztes kraft inkrafttreten gilt ' +
    'révision actualisation présente cette ces mises entrée effet depuis au applicable entrada vigor vigencia vigente desde en vigência ingangsdatum versie ' +
    'ostatniej aktualizacji publikacji obowiązuje od 시행일 시행일자 최종 수정일 업데이트 공고일자 개정일 변경일 제정일 년 월 일',
  months:
    'januar februar märz april mai juni juli august september oktober november dezember janvier février mars avril juin juillet août ' +
    'septembre octobre novembre décembre janv févr avr juil déc gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio ' +
    'junho julho setembro outubro novembro dezembro januari februari maart mei juni juli augustus stycznia lutego marca kwietnia maja czerwca ' +
    'lipca sierpnia września października listopada grudnia enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  parts: 'abschnitt ziffer nummer kapitel punkt artikel article paragraphe annexe anlage anhang sección',
};
