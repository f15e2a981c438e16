/** Codes of a certificate that cannot be trusted: trying again does not make it better. */
export const certificateError = /CERT|SIGNED|VERIFY|TLS|HOSTNAME|INVALID_(CA|PURP)|PATH_L/;
