// The files of a report, without a page: the same bytes each time, readable by what people use.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, it} from 'node:test';

import {kSample, launch, pageOf, removeFolders, report} from './browser.mjs';

let made;

before(() => { made = report(kSample, '--threads', '1'); });
after(removeFolders);

it('are the same for 1 and for 16 threads', () => {
  const again = report(kSample, '--threads', '16');
  const names = readdirSync(made).sort();
  assert.deepEqual(readdirSync(again).sort(), names);
  for (const name of names)
    assert.ok(readFileSync(join(made, name)).equals(readFileSync(join(again, name))), name + ' differs');
});

it('hold a page of less than 400 kB, that names only files beside it', () => {
  const size = statSync(pageOf(made)).size;
  console.log(`index.html: ${size} bytes`);
  assert.ok(size < 400_000, `${size} bytes`);
  const names = new Set(readdirSync(made));
  for (const [, target] of readFileSync(pageOf(made), 'utf8').matchAll(/href="([^"]*)"/g))
    assert.ok(target.startsWith('#') || names.has(target), target);
});

it('hold pictures that are pictures', async () => {
  const browser = await launch();
  const page = await browser.newPage();
  for (const name of readdirSync(made).filter((file) => file.endsWith('.png'))) {
    const lead = await page.evaluate(async (bytes) => {
      const image = new Image();
      image.src = 'data:image/png;base64,' + bytes;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      const pixels = canvas.getImageData(0, 0, image.width, image.height).data;
      let found = 0;
      for (let i = 0; i < pixels.length; i += 4)
        if (pixels[i] === 0x0B && pixels[i + 1] === 0x3C && pixels[i + 2] === 0x6F) ++found;
      return found;
    }, readFileSync(join(made, name)).toString('base64'));
    if (['bipartite.png', 'workload.png'].includes(name)) assert.ok(lead > 100, `${name}: ${lead} pixels of lead`);
  }
  await browser.close();
});

it('hold PDFs with fonts of their own and text that can be found', () => {
  for (const name of readdirSync(made).filter((file) => file.endsWith('.pdf'))) {
    const fonts = execFileSync('pdffonts', [join(made, name)], {encoding: 'utf8'});
    assert.match(fonts, /[A-Z]{6}\+NotoSansCJK/, name);
  }
  assert.match(execFileSync('pdftotext', [join(made, 'bipartite.pdf'), '-'], {encoding: 'utf8'}), /区发改局/);
});
