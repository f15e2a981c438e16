/** How questions are read and pages ranked, each by a case that only one rule decides. */
import type { Catalog } from '../catalog/catalog.js';
import type { Manifest } from '../catalog/manifest.js';
import { expect, test } from 'vitest';
import { createReference } from './create-reference.js';
import type { IntegrationReference } from './pages/integration-reference.js';

/** A catalog of integrations by title, each with functions by name and their descriptions. */
function catalogOf(integrations: Readonly<Record<string, Readonly<Record<string, string>>>>): Catalog {
  const references = new Map<string, IntegrationReference>();
  const made = Object.entries(integrations).map(([title, functions]) => {
    const name = title.toLowerCase().replaceAll(' ', '-');
    const manifest = { ...manifestOf(name, title), functions: Object.keys(functions).map(functionOf) };
    references.set(name, referenceOf(name, title, functions));
    return { manifest, folder: `/made-up/${name}` };
  });
  const readFile = async (name: string) => JSON.stringify(references.get(name));
  return { integrations: made, broken: [], readFile } as unknown as Catalog;
}

function referenceOf(
  name: string,
  title: string,
  functions: Readonly<Record<string, string>>,
): IntegrationReference {
  const described = Object.entries(functions).map(([fn, description]) => {
    const own = fn.split(' ')[0]!;
    return { name: own, sdk: own, description, params: [], fields: [], examples: [] };
  });
  return { kosmokrator: 1, name, title, auth: 'no auth', sdk: 'Client', functions: described };
}

function manifestOf(name: string, title: string): Manifest {
  const namespace = name.replaceAll('-', '_');
  return { name, namespace, title, description: `${title}.`, credentials: [] } as unknown as Manifest;
}

/** `read_meter (wattage, energy)` has keywords. */
function functionOf(text: string): Manifest['functions'][number] {
  const [name = '', keywords] = text.replace(')', '').split(' (');
  const operation = /^(?:get|list|read|search)_/.test(name) ? 'read' : 'write';
  const found = keywords === undefined ? {} : { keywords: keywords.split(', ') };
  return {
    name,
    title: name.replaceAll('_', ' '),
    ...found,
    operation,
  } as unknown as Manifest['functions'][number];
}

async function find(catalog: Catalog, question: string): Promise<string | undefined> {
  const [best] = await createReference(catalog).search(question);
  return best?.page.replace('integrations.', '');
}

const forms = catalogOf({
  Site: {
    list_forums: 'List forums. A forum is what a forum is.',
    get_layout: 'Read how the site is laid out: columns, forms, fonts.',
  },
});

test('a word that is there counts more than one that is spelled nearly so', async () => {
  expect(await find(forms, 'forms')).toBe('site.get_layout');
});

test('a word that is nowhere is taken for one that is spelled nearly so', async () => {
  expect(await find(forms, 'list the forrums')).toBe('site.list_forums');
});

const boards = catalogOf({
  'Green Board': { list_cards: 'List cards, as Blue does.', add_card: 'Add a card.' },
  Blue: { list_cards: 'List the cards of a team, those of other teams not.', add_card: 'Add a card.' },
  'Blue for Schools': { get_pupil: 'Read one pupil.', list_cards: 'List cards.' },
});

test.each([
  ['cards on Blue', 'blue.list_cards'],
  ['put a new card on blue', 'blue.add_card'],
  ['cards on green board', 'green_board.list_cards'],
  ['cards on Greenboard', 'green_board.list_cards'],
  ['cards of blue for schools', 'blue_for_schools.list_cards'],
  ['blue', 'blue'],
])('an integration that is named counts most: %s', async (question, page) => {
  expect(await find(boards, question)).toBe(page);
});

const notes = catalogOf({
  Desk: {
    get_note: 'One note, with what was stored in it.',
    list_notes: 'The notes of a folder.',
    create_note: 'A note.',
    set_note: 'The text of a note.',
    delete_note: 'A note.',
    send_note: 'A note by mail.',
  },
});

test.each([
  ['fetch a note', 'get_note'],
  ['look up note 7', 'get_note'],
  ['what is in the note that I stored', 'get_note'],
  ['show me the note that was sent', 'get_note'],
  ['show my notes', 'list_notes'],
  ['can I see my notes?', 'list_notes'],
  ['note details', 'get_note'],
  ['how many notes are there', 'list_notes'],
  ['notes in a folder', 'list_notes'],
  ['I need a new note', 'create_note'],
  ['save a note', 'set_note'],
  ['get rid of a note', 'delete_note'],
  ['is there a way to remove a note?', 'delete_note'],
  ['please could you throw away note 7', 'delete_note'],
  ['post a note', 'send_note'],
])('verbs of one meaning are one: %s', async (question, page) => {
  expect(await find(notes, question)).toBe(`desk.${page}`);
});

test('a function is found by the keywords of its spec, which its page does not show', async () => {
  const house = catalogOf({
    House: {
      'read_meter (wattage, energy)': 'Read the meter.',
      list_rooms: 'List the rooms, each with its power sockets.',
    },
  });
  expect(await find(house, 'current wattage')).toBe('house.read_meter');
  const [best] = await createReference(house).search('wattage');
  const page = 'integrations.house.read_meter';
  expect(best).toEqual({ page, title: 'read meter', summary: 'read_meter() Read the meter.' });
});
