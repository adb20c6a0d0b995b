// A browser that shows reports, and the program that writes them.

import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

// The packages lie in the build tree.
const require = createRequire(join(process.env.RESPNET_WEB_PACKAGES, 'package.json'));
const puppeteer = require('puppeteer-core');

export const kSample = join(process.env.RESPNET_SOURCE_DIR, 'datasets/changle-2024/notice.md');

const folders = [];

export function folder() {
  const made = mkdtempSync(join(tmpdir(), 'respnet-web-'));
  folders.push(made);
  return made;
}

export function removeFolders() {
  for (const made of folders) rmSync(made, {recursive: true, force: true});
}

/** Runs respnet; throws with its words when it fails. */
export function respnet(...words) {
  return execFileSync(process.env.RESPNET_PROGRAM, words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
}

/** The folder of a report. */
export function report(input, ...options) {
  const made = join(folder(), 'report');
  respnet('report', '--quiet', input, '-o', made, ...options);
  return made;
}

export function pageOf(made) {
  return join(made, 'index.html');
}

/** A browser of its own: new profile, no network. */
export function launch() {
  if (!process.env.RESPNET_BROWSER || process.env.RESPNET_BROWSER.endsWith('NOTFOUND'))
    throw new Error('no chromium; scripts/setup installs it');
  return puppeteer.launch({
    executablePath: process.env.RESPNET_BROWSER,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--no-first-run', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}

/**
 * Opens a page and waits until it is ready. `page.log` holds what it asked for and complained of:
 * requests, messages (console errors and warnings) and errors.
 */
export async function open(browser, file, {width = 1560, height = 1000, dark = false, fragment = '', script = true} = {}) {
  const page = await browser.newPage();
  const log = {requests: [], messages: [], errors: []};
  page.on('request', (request) => log.requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warn', 'warning'].includes(message.type())) log.messages.push(message.text());
  });
  page.on('pageerror', (error) => log.errors.push(String(error)));
  page.log = log;
  await page.setViewport({width, height});
  await page.setJavaScriptEnabled(script);
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}]);
  await page.evaluateOnNewDocument(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset.ready === undefined) return;
      window.readyAt = performance.now();
      observer.disconnect();
    }).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-ready']});
  });
  await page.goto(pathToFileURL(file).href + (fragment ? '#' + fragment : ''));
  if (script) await page.waitForSelector('html[data-ready]', {timeout: 30_000});
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  return page;
}

/** How many elements of a selector are shown. */
export function shownCount(page, selector) {
  return page.evaluate((s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).length, selector);
}

/** What the page says of its filters. */
export function countText(page) {
  return page.$eval('#count', (output) => output.textContent);
}

/** Types into the search field and waits until the page has answered. */
export async function search(page, words) {
  const before = await countText(page);
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.waitForFunction((old) => document.getElementById('count').textContent !== old, {}, before);
}

/** Waits until the browser has drawn. */
export function painted(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
