// A page of 2,000 tasks and 400 units is ready in 2 s and answers a search in 200 ms.

import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, it} from 'node:test';

import {countText, folder, launch, open, pageOf, removeFolders, report, shownCount} from './browser.mjs';

const kTasks = 2000;
const kUnits = 400;

let browser;
let page;

// The same network each time: a linear congruential sequence chooses the units.
function largeNetwork() {
  let seed = 7;
  const below = (n) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * n);
  };
  const lines = ['task,unit,role'];
  for (let t = 0; t < kTasks; ++t) {
    const units = new Set();
    for (let n = 2 + below(5); units.size < n;) units.add(t < kUnits && units.size === 0 ? t : below(kUnits));
    let role = 'lead';
    for (const unit of units) {
      lines.push(`${1 + Math.floor(t / 250)}.${(t % 250) + 1},第${unit + 1}号责任单位管理服务中心,${role}`);
      role = 'support';
    }
  }
  return lines.join('\n') + '\n';
}

before(async () => {
  const input = join(folder(), 'large.csv');
  writeFileSync(input, largeNetwork());
  const file = pageOf(report(input, '--lang', 'zh'));
  browser = await launch();
  page = await open(browser, file);
});
after(async () => {
  await browser?.close();
  removeFolders();
});

it('is ready in two seconds', async () => {
  const ready = await page.evaluate(() => window.readyAt);
  console.log(`ready after ${Math.round(ready)} ms`);
  assert.ok(ready < 2000, `ready after ${ready} ms`);
  assert.equal(await countText(page), '2000 项任务 · 400 个单位');
});

it('shows 200 rows, and more on request', async () => {
  assert.equal(await shownCount(page, '#task-table tbody tr'), 200);
  await page.$eval('#tasks .more', (button) => button.click());
  assert.equal(await shownCount(page, '#task-table tbody tr'), 400);
});

// Milliseconds from the end of the pause in typing until the answer is drawn.
async function searchTime(words) {
  return page.evaluate(async (text) => {
    const field = document.getElementById('search');
    const count = document.getElementById('count');
    const type = (value) => {
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    const answered = () => new Promise((done) => new MutationObserver((_, observer) => {
      observer.disconnect();
      done();
    }).observe(count, {childList: true}));
    type(text);
    const answer = answered();
    const begin = performance.now() + 120; // as long as the page waits for more keys
    await answer;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const time = performance.now() - begin;
    type('');
    await answered();
    return time;
  }, words);
}

it('answers a search in 200 ms', async () => {
  for (const words of ['第17号', '第399号 管理', '1.2']) {
    const times = [];
    for (let i = 0; i < 4; ++i) times.push(Math.round(await searchTime(words)));
    console.log(`search for ${words}: ${times.join(', ')} ms`);
    // The best of four: the machine may have other work.
    assert.ok(Math.min(...times) < 200, `searches took ${times.join(', ')} ms`);
  }
});

it('finds a task far down', async () => {
  await page.$eval('#search', (field) => {
    field.value = '8.250';
    field.dispatchEvent(new Event('input'));
  });
  await page.waitForFunction(() => document.getElementById('count').textContent.startsWith('1/2000'));
  assert.equal(await shownCount(page, '#task-table tbody tr'), 1);
});
