// The report page on paper.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, it} from 'node:test';

import {folder, kSample, launch, open, pageOf, removeFolders, report} from './browser.mjs';

let browser;
let page;

before(async () => {
  browser = await launch();
  page = await open(browser, pageOf(report(kSample)), {dark: true});
});
after(async () => {
  await browser?.close();
  removeFolders();
});

// The share of a page down to its last line that is not blank: a grey picture of it, row by row.
function filled(file) {
  const bytes = readFileSync(file);
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')).map(Number);
  const pixels = bytes.subarray(bytes.length - width * height);
  for (let y = height - 1; y >= 0; --y)
    if (pixels.subarray(y * width, (y + 1) * width).some((gray) => gray < 200)) return (y + 1) / height;
  return 0;
}

it('hides the bar and what only a screen can do, and is light', async () => {
  await page.emulateMediaType('print');
  for (const gone of ['#bar', '#theme', 'nav', '.tools', '.skip'])
    assert.equal(await page.$eval(gone, (node) => getComputedStyle(node).display), 'none', gone);
  assert.equal(await page.$eval('body', (body) => getComputedStyle(body).backgroundColor), 'rgb(255, 255, 255)');
  assert.equal(await page.$eval('.bipartite rect.paper', (rect) => getComputedStyle(rect).fill), 'rgb(255, 255, 255)');
  assert.equal(await page.$eval('thead', (head) => getComputedStyle(head).display), 'table-header-group');
  await page.emulateMediaType(null);
});

it('fills at most ten pages A4, none but the last by less than half', async () => {
  const made = folder();
  const pdf = join(made, 'page.pdf');
  await page.pdf({path: pdf, preferCSSPageSize: true, printBackground: true});

  const info = execFileSync('pdfinfo', [pdf], {encoding: 'utf8'});
  assert.match(info, /Page size: .*A4/);
  const pages = Number(/Pages:\s+(\d+)/.exec(info)[1]);
  assert.ok(pages <= 10, `${pages} pages`);
  assert.match(execFileSync('pdftotext', [pdf, '-'], {encoding: 'utf8'}), /区发改局/);

  execFileSync('pdftoppm', ['-r', '40', '-gray', pdf, join(made, 'sheet')]);
  const sheets = readdirSync(made).filter((name) => name.endsWith('.pgm')).sort();
  assert.equal(sheets.length, pages);
  const shares = sheets.map((name) => filled(join(made, name)));
  for (const share of shares.slice(0, -1))
    assert.ok(share > 0.5, `pages are filled to ${shares.map((s) => s.toFixed(2)).join(' ')}`);
});
