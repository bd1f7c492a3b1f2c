/** `a few` hats are more than `few` hats. */
export const few = /^(?:a|une?|uno?s?|ein) (?:few|little|peu|po(?:co?|chi|cos)|poucos?|wenige?)$/;

/** After an article, this is a number: `l'une des sociétés`, `der eine`. */
export const article = /^(?:l|le|la|les|el|los|las|der|die|das|den|dem|des)$/;

/** `un`, `eine`, `einer`: an article, or the number. */
export const counted = /^(?:une?|eine?[nmrs]?)$/;
