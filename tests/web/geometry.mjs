// Functions that run in the page: what overlaps, what sticks out, what cannot be read.

/** Labels of marks that leave the shape they stand in: 1 px sideways, 3 px up or down. */
export function labelsOutsideTheirBoxes() {
  const found = [];
  for (const mark of document.querySelectorAll('.picture g[data-id]')) {
    const shape = mark.querySelector(':scope > rect, :scope > circle');
    if (!shape) continue;
    const box = shape.getBoundingClientRect();
    for (const text of mark.querySelectorAll(':scope > text')) {
      // A chart writes beside its bars.
      if (mark.closest('.workload, .lorenz, .dendrogram')) continue;
      const own = text.getBoundingClientRect();
      if (own.left < box.left - 1 || own.right > box.right + 1 || own.top < box.top - 3 || own.bottom > box.bottom + 3)
        found.push(`${mark.closest('.picture').dataset.view} ${mark.dataset.id}: ${text.textContent}`);
    }
  }
  return found;
}

/** Boxes of one picture that overlap, and texts that do (2 px tolerance). */
export function overlaps() {
  const found = [];
  const apart = (a, b) => a.right - 2 <= b.left || b.right - 2 <= a.left || a.bottom - 2 <= b.top || b.bottom - 2 <= a.top;
  // Of a text its characters, not the room between lines that the font asks for.
  const boxOf = (thing) => {
    const box = thing.getBoundingClientRect();
    if (thing.tagName !== 'text') return box;
    const scale = thing.getScreenCTM().a;
    const spare = Math.max(0, box.height - scale * parseFloat(getComputedStyle(thing).fontSize)) / 2;
    return {left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare};
  };
  for (const picture of document.querySelectorAll('.picture')) {
    const view = picture.dataset.view;
    const pairs = (things, name) => {
      const boxes = things.map(boxOf);
      for (let i = 0; i < things.length; ++i)
        for (let j = i + 1; j < things.length; ++j)
          if (!apart(boxes[i], boxes[j])) found.push(`${view}: ${name(things[i])} | ${name(things[j])}`);
    };
    const nodes = [...picture.querySelectorAll('g.node')].flatMap((node) => node.querySelector(':scope > rect') ?? []);
    pairs(nodes, (rect) => rect.parentNode.dataset.id);
    const texts = [...picture.querySelectorAll('text')].filter((text) => text.textContent.trim() && !text.getAttribute('transform'));
    pairs(texts, (text) => text.textContent);
  }
  return found;
}

/** Pairs of text and background whose contrast (WCAG 2) is below `least`. */
export function contrasts(least) {
  const parse = (color) => {
    const parts = color.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    if (color.startsWith('color(')) return [...parts.slice(0, 3).map((c) => c * 255), parts[3] ?? 1];
    return [parts[0], parts[1], parts[2], parts[3] ?? 1];
  };
  const over = (top, below, opacity = 1) => {
    const a = top[3] * opacity;
    return [0, 1, 2].map((i) => top[i] * a + below[i] * (1 - a)).concat(1);
  };
  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((c) => {
      c /= 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  // Of an element of the page: its own background over those around it.
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const found = new Map();
  const check = (color, background, text, where) => {
    const value = contrast(over(color, background), background);
    const hex = (c) => '#' + c.slice(0, 3).map((x) => Math.round(x).toString(16).padStart(2, '0')).join('');
    if (value < least) found.set(`${where} ${hex(color)} on ${hex(background)}`, `${value.toFixed(2)} ${text.slice(0, 20)}`);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent || parent.closest('script, svg') || !parent.checkVisibility()) continue;
    if (parent.closest('button:disabled, .skip')) continue;
    check(parse(getComputedStyle(parent).color), behind(parent), text, parent.tagName.toLowerCase() + '.' + parent.className);
  }
  for (const svg of document.querySelectorAll('.picture svg')) {
    if (!svg.checkVisibility()) continue;
    const paper = behind(svg);
    const shapes = [];
    for (const mark of svg.querySelectorAll('rect, circle, text')) {
      if (mark.closest('defs')) continue;
      const style = getComputedStyle(mark);
      const box = mark.getBoundingClientRect();
      if (mark.tagName !== 'text') {
        if (style.fill.startsWith('rgb')) shapes.push({box, fill: parse(style.fill), opacity: Number(style.fillOpacity)});
        continue;
      }
      if (mark.textContent.trim() === '') continue;
      // Text with a rim of paper brings its own ground.
      let ground = paper;
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      for (const shape of shapes)
        if (shape.box.left <= x && x <= shape.box.right && shape.box.top <= y && y <= shape.box.bottom)
          ground = over(shape.fill, ground, shape.opacity);
      if (style.paintOrder.startsWith('stroke') && style.stroke.startsWith('rgb')) ground = parse(style.stroke);
      check(parse(style.fill), ground, mark.textContent, svg.closest('.picture').dataset.view);
    }
  }
  return [...found].map(([pair, value]) => `${pair}: ${value}`);
}
