// Light or dark: as the system says, unless the reader says otherwise.

import {byId} from './dom';
import type {Say} from './say';

const kKey = 'respnet-theme';
const root = document.documentElement;

// A page opened from disk may be refused a memory.
function remembered(): string {
  try {
    return localStorage.getItem(kKey) ?? '';
  } catch {
    return '';
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(kKey, theme);
  } catch {
    // then it holds until the page is left
  }
}

/** Before anything is shown, so that nothing flashes. */
export function startTheme(): void {
  const theme = remembered();
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
}

export function makeThemeButton(say: Say): void {
  const toggle = byId<HTMLButtonElement>('theme');
  if (!toggle) return;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const label = (): void => {
    toggle.textContent = say.say(isDark() ? 'page.script.light' : 'page.script.dark');
  };
  toggle.hidden = false;
  toggle.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    remember(root.dataset.theme);
    label();
  });
  system.addEventListener('change', label);
  label();
}
