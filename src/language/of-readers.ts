/** How English calls what is the reader’s by its name: “your ratings”, “what you keep in your account”. */
export const isReaders = /^(?:your|what|the|whom?|where|how|why|when)\b/;
