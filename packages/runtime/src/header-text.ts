/** What a header value may hold: no line break can end it early. */
export const headerText = /^[\t\x20-\x7e]*$/;
