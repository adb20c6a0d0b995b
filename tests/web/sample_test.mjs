// The report page of the sample, used as a planner would. The numbers are those of the notice, read
// by hand: 31 tasks, 35 units, 112 assignments, 31 of them first-listed.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';

import {countText, kSample, launch, open, painted, pageOf, removeFolders, report, search, shownCount} from './browser.mjs';
import {contrasts, labelsOutsideTheirBoxes, overlaps} from './geometry.mjs';

let browser;
let made;
let file;

before(async () => {
  made = report(kSample);
  file = pageOf(made);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  removeFolders();
});

describe('the page', () => {
  it('asks for itself only, and complains of nothing', async () => {
    const page = await open(browser, file);

    await search(page, '水利');
    await page.keyboard.press('Escape');
    assert.equal(page.log.requests.length, 1, page.log.requests.join('\n'));
    assert.deepEqual(page.log.messages, []);
    assert.deepEqual(page.log.errors, []);
    await page.close();
  });

  it('shows every task, unit and assignment of the network', async () => {
    const page = await open(browser, file);
    const network = JSON.parse(readFileSync(join(made, 'network.json'), 'utf8'));

    assert.equal(await shownCount(page, '#unit-table tbody tr'), network.units.length);
    assert.equal(await shownCount(page, '#task-table tbody tr'), network.tasks.length);
    const edges = (kind) => page.$$eval(`.bipartite g.edge.${kind}`, (marks) => marks.length);
    assert.deepEqual([network.units.length, network.tasks.length], [35, 31]);
    assert.deepEqual([await edges('lead'), await edges('other')], [31, 81]);
    assert.equal(await countText(page), '31 项任务 · 35 个单位');
    await page.close();
  });

  it('keeps every label inside its box, and boxes and texts apart', async () => {
    const page = await open(browser, file);
    // Both pictures of a pair at once.
    await page.addStyleTag({content: '.js .tab.behind{display:block!important}'}).catch(() => {});
    await page.$$eval('.behind', (tabs) => tabs.forEach((tab) => tab.classList.remove('behind')));

    assert.deepEqual(await page.evaluate(labelsOutsideTheirBoxes), []);
    assert.deepEqual(await page.evaluate(overlaps), []);
    await page.close();
  });

  it('reads without a script: findings, pictures, tables', async () => {
    const page = await open(browser, file, {script: false});

    assert.equal((await page.$$('.findings li')).length > 5, true);
    const shown = await page.$$eval('#task-table tbody tr', (rows) => rows.length);
    assert.equal(shown, 31);
    assert.equal(await page.$eval('#bar', (bar) => bar.hidden), true);
    assert.equal(await page.$$eval('.picture svg', (all) => all.every((svg) => svg.getBoundingClientRect().width > 100)), true);
    await page.close();
  });

  it('is not wider than its window', async () => {
    for (const width of [360, 768, 1280]) {
      const page = await open(browser, file, {width, height: 800, fragment: 'sel=u5'});
      const [inner, all] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
      assert.ok(all <= inner, `at ${width}: ${all} > ${inner}`);
      await page.close();
    }
  });

  it('speaks English on request', async () => {
    const english = pageOf(report(kSample, '--lang', 'en'));
    const page = await open(browser, english);

    assert.equal(await page.$eval('html', (root) => root.lang), 'en');
    assert.equal(await countText(page), '31 tasks · 35 units');
    // What is Chinese is of the notice: take its words away, and none is left.
    const left = await page.evaluate(() => {
      const data = JSON.parse(document.getElementById('data').textContent);
      const own = [...data.units.flatMap((u) => [u.name, ...(u.aliases ?? []), ...(u.offices ?? [])]),
        ...data.tasks.flatMap((t) => [t.title, t.due ?? '', ...(t.c ?? []).map((c) => c.slice(1).join(''))]),
        ...data.sections, document.querySelector('h1').textContent];
      const rest = [];
      for (const node of document.querySelectorAll('button, option, h2, h3, caption, thead th, dt, p, li, output, [aria-label]')) {
        if (node.closest('.clause, svg')) continue;
        let text = [...node.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join(' ') + ' ' + (node.getAttribute('aria-label') ?? '');
        for (const word of own.filter((w) => w).sort((a, b) => b.length - a.length)) text = text.replaceAll(word, '');
        if (/[一-鿿]/.test(text) && !node.matches('.source')) rest.push(text.trim());
      }
      return rest;
    });
    assert.deepEqual(left, []);
    assert.deepEqual(page.log.errors, []);
    await page.close();
  });
});

describe('search and filters', () => {
  let page;
  const dimmed = () => page.$$eval('.bipartite g.edge.off', (edges) => edges.length);
  before(async () => { page = await open(browser, file); });
  beforeEach(async () => {
    if (await page.$eval('#clear', (button) => !button.disabled)) await page.click('#clear');
    await page.evaluate(() => document.activeElement.blur());
  });
  after(() => page.close());

  it('finds words in names and clauses, and marks them', async () => {
    await search(page, '水利');

    assert.equal(await countText(page), '1/31 项任务 · 2/35 个单位');
    assert.equal(await shownCount(page, '#task-table tbody tr'), 1);
    assert.equal(await shownCount(page, '#unit-table tbody tr'), 2);
    assert.ok((await shownCount(page, 'mark')) > 0);
    assert.equal(new URL(page.url()).hash.includes('q='), true);

    await page.keyboard.press('Escape');
    assert.equal(await countText(page), '31 项任务 · 35 个单位');
    assert.equal(await shownCount(page, '#task-table tbody tr'), 31);
    assert.equal(await shownCount(page, 'mark'), 0);
    assert.equal(new URL(page.url()).hash, '');
  });

  it('opens the clause where only the clause has the word', async () => {
    // 3.5 alone names this unit, and its title does not.
    await search(page, '区水利局');
    assert.ok((await shownCount(page, '#task-table mark')) > 0);
  });

  it('filters by section', async () => {
    await page.click('[data-section="2"]');

    assert.equal(await countText(page), '3/31 项任务 · 8/35 个单位');
    assert.equal(await page.$eval('[data-section="2"]', (chip) => chip.getAttribute('aria-pressed')), 'true');
    assert.equal(new URL(page.url()).hash, '#s=2');
  });

  it('filters by role', async () => {
    await page.select('#role', 'lead');

    assert.equal(await shownCount(page, '#unit-table tbody tr'), 12);
    assert.equal(await dimmed(), 81);
    const opacity = await page.$eval('.bipartite g.edge.off', async (edge) => {
      await Promise.all(edge.getAnimations().map((animation) => animation.finished));
      return getComputedStyle(edge).opacity;
    });
    assert.equal(opacity, '0.1');
  });

  it('combines filters', async () => {
    await page.click('[data-section="2"]');
    await page.select('#role', 'lead');

    // 2.1 leads 区工信局; 2.2 and 2.3 区发改局.
    assert.equal(await countText(page), '3/31 项任务 · 2/35 个单位');
    assert.equal(await dimmed(), 112 - 3);
  });

  it('filters by kind and cluster', async () => {
    await page.select('#kind', 'group');
    assert.equal(await shownCount(page, '#unit-table tbody tr'), 3);
    await page.select('#kind', '');
    const members = await page.$eval('#cluster option[value="1"]', (option) => Number(/（(\d+)/.exec(option.textContent)[1]));
    await page.select('#cluster', '1');
    assert.equal(await shownCount(page, '#unit-table tbody tr'), members);
  });

  it('keeps its state in the address', async () => {
    const again = await open(browser, file, {fragment: 's=2&role=lead&sel=u1'});

    assert.equal(await countText(again), '3/31 项任务 · 2/35 个单位');
    assert.equal(await again.$eval('#role', (select) => select.value), 'lead');
    assert.equal(await again.$eval('#panel', (panel) => panel.hidden), false);
    await again.close();
  });
});

describe('selection', () => {
  let page;
  const key = () => page.evaluate(() => JSON.parse(document.getElementById('data').textContent).units.find((u) => u.name === '区发改局').k);
  const lit = () => page.$$eval('.bipartite g.edge.lit', (edges) => edges.length);
  before(async () => { page = await open(browser, file); });
  beforeEach(async () => {
    if (await page.$eval('#clear', (button) => !button.disabled)) await page.click('#clear');
  });
  after(() => page.close());

  it('by keyboard: focus, Enter, arrows, Escape', async () => {
    const unit = await key();
    await page.evaluate((k) => document.querySelector(`.bipartite [data-id="${k}"]`).focus(), unit);
    await page.keyboard.press('Enter');

    assert.equal(await page.$eval('#panel-title', (title) => title.textContent), '区发改局');
    assert.equal(await lit(), 24);
    assert.equal(new URL(page.url()).hash, '#sel=' + unit);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-pressed')), 'true');

    await page.keyboard.press('ArrowDown');
    const next = await page.evaluate(() => document.activeElement.dataset.id);
    assert.match(next, /^u\d+$/);
    assert.notEqual(next, unit);

    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('#panel', (panel) => panel.hidden), true);
    assert.equal(await lit(), 0);
    assert.equal(new URL(page.url()).hash, '');
  });

  it('by click, and everywhere at once; nothing is covered', async () => {
    const unit = await key();
    await page.evaluate((k) => document.querySelector(`.bipartite [data-id="${k}"] text`).scrollIntoView({block: 'center'}), unit);
    await (await page.$(`.bipartite [data-id="${unit}"] text`)).click();

    assert.equal(await page.$eval(`#unit-table tr[data-id="${unit}"]`, (row) => row.classList.contains('chosen')), true);
    assert.equal(await page.$eval(`.leads [data-id="${unit}"]`, (mark) => mark.classList.contains('chosen')), true);
    const [main, panel] = await page.evaluate(() => ['main', '#panel'].map((s) => document.querySelector(s).getBoundingClientRect().toJSON()));
    assert.ok(main.right <= panel.left, 'the panel covers the page');
    const facts = await page.$eval('#panel', (box) => box.innerText);
    assert.match(facts, /共 24 项任务，其中首位 16 项/);
  });

  it('of a cluster in its picture filters by it', async () => {
    const click = () => page.$eval('.clusters [data-id="c1"]', (mark) => mark.dispatchEvent(new MouseEvent('click', {bubbles: true})));
    await click();
    assert.equal(new URL(page.url()).hash, '#cluster=1');
    assert.equal(await page.$eval('#cluster', (select) => select.value), '1');
    await click();
    assert.equal(new URL(page.url()).hash, '');
  });

  it('shows the clause of a task with its line and its units', async () => {
    const row = await page.$('#task-table a.title');
    await row.evaluate((link) => link.scrollIntoView({block: 'center'}));
    await row.click();

    const clause = await page.$eval('#panel .clause', (text) => text.textContent);
    assert.match(clause, /^第 \d+ 行 〔/);
    assert.ok((await page.$$('#panel .clause .named')).length >= 3);
    assert.equal(await lit(), 4); // 区商务局、区发改局、区工信局、各乡镇（街道）
  });

  it('follows a finding to its row', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await painted(page);
    const link = await page.$('.findings a[href^="#unit-"]');
    await link.click();
    await painted(page);
    await painted(page);

    const row = await page.$eval('#unit-table tr.chosen', (tr) => tr.getBoundingClientRect().toJSON());
    assert.ok(row.top > 0 && row.bottom < 1000, `the row is at ${row.top}`);
  });
});

describe('marks and tables', () => {
  let page;
  before(async () => { page = await open(browser, file); });
  after(() => page.close());

  it('tells what a mark stands for on hover and on focus', async () => {
    const tip = () => page.$eval('#tip', (box) => (box.hidden ? '' : box.textContent));
    const mark = await page.$('.bipartite [data-id="t1"]');
    await mark.evaluate((g) => g.scrollIntoView({block: 'center'}));
    await mark.hover();
    const hovered = await tip();
    assert.match(hovered, /责任单位：/); // the clause
    await page.mouse.move(5, 5);
    assert.equal(await tip(), '');
    await page.keyboard.press('Tab'); // so that focus shows
    await mark.evaluate((g) => g.focus());
    assert.equal(await tip(), hovered);
  });

  it('sorts by any column, both ways', async () => {
    const names = () => page.$$eval('#unit-table tbody th a', (links) => links.map((link) => link.textContent));
    const state = () => page.$eval('#unit-table thead th', (head) => head.getAttribute('aria-sort'));
    const sort = await page.$('#unit-table thead th .sort');
    assert.equal(await state(), 'none');
    await sort.evaluate((button) => button.click());
    assert.equal(await state(), 'ascending');
    const up = await names();
    assert.deepEqual(up, [...up].sort(new Intl.Collator('zh-Hans-CN', {numeric: true}).compare));
    await sort.evaluate((button) => button.click());
    assert.equal(await state(), 'descending');
    assert.deepEqual(await names(), up.reverse());

    const tasks = await page.$$('#unit-table thead th .sort');
    await tasks[1].evaluate((button) => button.click());
    const counts = await page.$$eval('#unit-table tbody td.bars', (cells) => cells.map((cell) => Number(cell.dataset.v)));
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
    assert.equal(await state(), 'none');
  });

  it('saves the rows that are shown as CSV', async () => {
    await page.evaluate(() => {
      window.saved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { window.saved.push(blob.text()); return make.call(URL, blob); };
      HTMLAnchorElement.prototype.click = function () {};
    });
    await page.click('[data-section="2"]');
    await page.$eval('#tasks .save', (button) => button.click());
    const text = await page.evaluate(() => window.saved[0]);
    const lines = text.trim().split('\r\n');
    assert.equal(lines.length, 1 + 3);
    assert.match(lines[0], /^.?编号,任务,首位单位,其他责任单位/);
    assert.match(lines[1], /^2\.1,优化提升网络基础设施,区工信局,/);
    await page.click('#clear');
  });

  it('zooms with Ctrl and the wheel only, and by buttons', async () => {
    const box = () => page.$eval('.bipartite svg', (svg) => svg.getAttribute('viewBox'));
    const whole = await box();
    await page.$eval('#bipartite', (card) => card.scrollIntoView());
    await page.mouse.move(700, 500);
    await page.mouse.wheel({deltaY: 100});
    assert.equal(await box(), whole);
    await page.keyboard.down('Control');
    await page.mouse.wheel({deltaY: -100});
    await page.keyboard.up('Control');
    await page.waitForFunction((old) => document.querySelector('.bipartite svg').getAttribute('viewBox') !== old, {}, whole);
    const buttons = await page.$$('#bipartite .zoom button');
    await buttons[2].click();
    assert.equal(await box(), whole);
    await buttons[0].click();
    assert.notEqual(await box(), whole);
    await buttons[2].click();
  });

  it('names every button, field and link', async () => {
    const client = await page.createCDPSession();
    const {nodes} = await client.send('Accessibility.getFullAXTree');
    const roles = new Set(['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'listbox']);
    const nameless = nodes.filter((node) => !node.ignored && roles.has(node.role?.value) && !node.name?.value?.trim());
    assert.deepEqual(nameless.map((node) => node.role.value), []);
    const buttons = nodes.filter((node) => node.role?.value === 'button' && !node.ignored);
    assert.ok(buttons.length > 31 + 35, 'marks are buttons too');
  });
});

describe('colours', () => {
  for (const dark of [false, true]) {
    it(`have contrast on a ${dark ? 'dark' : 'light'} screen`, async () => {
      const page = await open(browser, file, {dark});
      await page.$$eval('.behind', (tabs) => tabs.forEach((tab) => tab.classList.remove('behind')));
      await page.$$eval('details', (all) => all.slice(0, 3).forEach((details) => (details.open = true)));
      const background = await page.$eval('body', (body) => getComputedStyle(body).backgroundColor);
      assert.equal(background, dark ? 'rgb(18, 22, 28)' : 'rgb(244, 246, 249)');

      const poor = await page.evaluate(contrasts, 4.5);
      assert.deepEqual(poor, []);
      await page.close();
    });
  }

  it('follow the button against the system', async () => {
    const page = await open(browser, file);
    await page.click('#theme');
    assert.equal(await page.$eval('body', (body) => getComputedStyle(body).backgroundColor), 'rgb(18, 22, 28)');
    await page.click('#theme');
    assert.equal(await page.$eval('body', (body) => getComputedStyle(body).backgroundColor), 'rgb(244, 246, 249)');
    await page.close();
  });
});
