/** The shells that kosmo can be completed in, and the script for each, in the folder `completions` of this package. */
export const shells = {
  bash: 'kosmo.bash',
  zsh: 'kosmo.zsh',
  fish: 'kosmo.fish',
  powershell: 'kosmo.ps1',
} as const;

export type Shell = keyof typeof shells;
