import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './source.js';

interface Project {
  type: string;
  root: string;
  entryFile: string;
  sourceRoot: string;
}

describe('nest-cli.json', () => {
  const map: { projects: Record<string, Project> } = JSON.parse(readFileSync(`${ROOT}nest-cli.json`, 'utf8'));
  const projects = Object.entries(map.projects);

  it('knows every app and library, and no other', () => {
    const folders = ['apps', 'libs'].flatMap((folder) =>
      readdirSync(`${ROOT}${folder}`).map((name) => `${folder}/${name}`),
    );
    expect(projects.map(([, { root }]) => root).toSorted()).toEqual(folders.toSorted());
  });

  it.each(projects)('tells the truth about %s', (name, { type, root, sourceRoot, entryFile }) => {
    expect(root).toBe(`${type === 'library' ? 'libs' : 'apps'}/${name}`);
    expect(sourceRoot).toBe(`${root}/src`);
    expect(existsSync(`${ROOT}${sourceRoot}/${entryFile}.ts`)).toBe(true);
  });
});
