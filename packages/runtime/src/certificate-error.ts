/** Codes of a certificate that cannot be trusted: trying again does not make it better. */
export const certificateError =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH/;
