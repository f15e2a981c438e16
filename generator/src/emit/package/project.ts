/** What the root `package.json` of a repository of specs says of the project. A link that is absent is left out everywhere. */
export interface Project {
  /** The value of `package.json`: an address, or an object with one. */
  readonly repository?: string | { readonly url: string } | undefined;
  readonly homepage?: string | undefined;
  readonly bugs?: string | { readonly url: string } | undefined;
  /** Address of the published docs. */
  readonly site?: string | undefined;
  /** Path of the generated packages below the root, with `/`. */
  readonly packagesPath?: string;
}

/** The fields of a package's own `package.json` that come from the project. */
export function projectFields({ repository, homepage, bugs, packagesPath }: Project, name: string): object {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return {
    ...(url === undefined ? {} : { repository: { type: 'git', url, directory: `${packagesPath}/${name}` } }),
    ...(homepage === undefined ? {} : { homepage }),
    ...(bugs === undefined ? {} : { bugs }),
  };
}

/** Links for readers, with what each leads to. */
export function projectLinks({
  homepage,
  bugs,
  site,
}: Project): { readonly text: string; readonly url: string }[] {
  const report = typeof bugs === 'string' ? bugs : bugs?.url;
  return [
    { text: 'The project', url: homepage },
    { text: 'Documentation', url: site },
    { text: 'Report a problem', url: report },
  ].flatMap(({ text, url }) => (url === undefined ? [] : [{ text, url }]));
}
