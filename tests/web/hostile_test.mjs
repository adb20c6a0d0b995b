// Names that try to be more than text.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, it} from 'node:test';

import {folder, launch, open, pageOf, painted, removeFolders, report, respnet, search} from './browser.mjs';

const kUnit = '</script><img src=x onerror="window.struck=1">';
const kTask = '<svg onload="window.struck=2">\u2028</svg>';
const kClause = '〔责任单位：<!--<script>window.struck=3</script>〕';
const kFormula = '=HYPERLINK("x")';
const kDirection = 'a\u202Egnp.exe\u0001"\'&amp;';

let browser;
let made;
let input;

before(async () => {
  const assignment = (task, unit, order) => ({task, unit, role: 'responsible', order});
  const network = {
    schema: 'respnet-network/1',
    title: '<b onmouseover="window.struck=4">title</b>',
    sources: [{id: 's1', path: '<i>.md', sha256: '', title: '', language: 'zh'}],
    sections: [
      {id: '1', title: '<style>*{display:none}</style>', parent: null, source: 's1'},
      {id: '2', title: '"><script>window.struck=5</script>', parent: null, source: 's1'},
    ],
    tasks: [
      {id: '1.1', title: kTask, section: '1', source: 's1', lines: [3, 4], clauses: [{text: kClause, lines: [4, 4]}]},
      {id: '1.2', title: kFormula, section: '1', source: 's1'},
      {id: '2.1', title: kDirection, section: '2', source: 's1'},
    ],
    units: [
      {id: 'u1', name: kUnit, kind: 'organ', aliases: ['<a href=javascript:1>'], offices: []},
      {id: 'u2', name: kFormula, kind: 'group', aliases: [], offices: []},
      {id: 'u3', name: kDirection, kind: 'organ', aliases: [], offices: []},
    ],
    assignments: [assignment('1.1', 'u1', 1), assignment('1.1', 'u2', 2), assignment('1.2', 'u2', 1),
      assignment('1.2', 'u1', 2), assignment('2.1', 'u3', 1), assignment('2.1', 'u1', 2)],
    notes: [{code: 'odd', task: '1.1', line: 3, message: '<iframe src=javascript:window.struck=6>'}],
  };
  input = join(folder(), 'hostile.json');
  writeFileSync(input, JSON.stringify(network));
  made = report(input, '--lang', 'zh');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  removeFolders();
});

it('never run, and show as they are', async () => {
  const page = await open(browser, pageOf(made));
  // Everything that puts names somewhere: search, panel, tooltips, sorting, every button.
  await search(page, 'img');
  await page.keyboard.press('Escape');
  for (const key of ['t1', 't2', 't3', 'u1', 'u2', 'u3']) {
    const mark = await page.$(`.bipartite [data-id="${key}"]`);
    await mark.evaluate((g) => g.scrollIntoView({block: 'center'}));
    await mark.hover();
    await mark.evaluate((g) => g.focus());
    await page.keyboard.press('Enter');
    await painted(page);
  }
  await page.$$eval('button:not(.save)', (buttons) => buttons.forEach((button) => button.click()));
  await painted(page);

  assert.equal(await page.evaluate(() => window.struck), undefined);
  assert.equal((await page.$$('img, iframe, object, embed, link, base')).length, 0);
  assert.equal((await page.$$('script')).length, 2);
  assert.equal((await page.$$('svg svg')).length, 0);
  assert.equal(page.log.requests.length, 1);
  assert.deepEqual([...page.log.messages, ...page.log.errors], []);
  const names = await page.$$eval('#unit-table tbody th a', (links) => links.map((link) => link.textContent));
  assert.ok(names.includes(kUnit), names.join('\n'));
  const handlers = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((node) => [...node.attributes]).filter(({name}) => name.startsWith('on')).length);
  assert.equal(handlers, 0);
  await page.close();
});

it('show in the panel literally', async () => {
  const page = await open(browser, pageOf(made), {fragment: 'sel=t1'});
  assert.equal(await page.$eval('#panel .clause-text', (text) => text.textContent), kClause);
  assert.match(await page.$eval('#panel-title', (text) => text.textContent), /<svg onload/);
  await page.close();
});

it('stay data in the page', () => {
  const html = readFileSync(pageOf(made), 'utf8');
  const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)[1];
  assert.equal(/[<>&\u2028\u2029]/.test(data), false);
  assert.equal(JSON.parse(data).units[0].name, kUnit);
  assert.equal(html.includes('<!--'), false);
  assert.equal(html.match(/<\/script/g).length, 2);
});

it('get an apostrophe in front in CSV files, where a spreadsheet would compute', async () => {
  const page = await open(browser, pageOf(made));
  await page.evaluate(() => {
    window.saved = [];
    URL.createObjectURL = (blob) => { window.saved.push(blob.text()); return 'blob:x'; };
    HTMLAnchorElement.prototype.click = function () {};
  });
  await page.$eval('#workload .save', (button) => button.click());
  const text = await page.evaluate(() => window.saved[0]);
  assert.match(text, /\n"'=HYPERLINK\(""x""\)"/);
  await page.close();
});

it('are text in SVG and PDF files too', async () => {
  const page = await open(browser, pageOf(made));
  for (const view of ['bipartite', 'coresponsibility', 'leads', 'workload']) {
    const svg = readFileSync(join(made, view + '.svg'), 'utf8');
    const [error, strange] = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [parsed.querySelector('parsererror')?.textContent ?? '', parsed.querySelectorAll('script, img, image, a, foreignObject').length];
    }, svg);
    assert.equal(error, '', view);
    assert.equal(strange, 0, view);
  }
  const pdf = execFileSync('pdftotext', [join(made, 'workload.pdf'), '-'], {encoding: 'utf8'});
  assert.match(pdf, /<\/script>/);
  await page.close();
});

it('go through DOT and back', () => {
  const dot = respnet('render', '--quiet', input, '--view', 'bipartite', '-o', join(made, 'x.dot')) || readFileSync(join(made, 'x.dot'), 'utf8');
  assert.match(dot, /<\/script>|&lt;\/script/);
});
