/** The platform says null where nothing is known, or leaves the field out. */
export const isKnown = (value) => value !== null && value !== undefined;
