/// What a page does beyond standing there: it tells which bar of a Gantt chart the pointer is on,
/// zooms, sorts tables, and opens everything before it is printed. Without it, the page is complete.
enum PageScript {
  static let script = #"""
    'use strict';
    (() => {
      const tip = document.createElement('div');
      tip.className = 'tip';
      tip.hidden = true;
      document.body.append(tip);

      const say = (event, text) => {
        tip.textContent = text;
        tip.hidden = false;
        tip.style.left = Math.max(8, Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8)) + 'px';
        tip.style.top = Math.max(8, Math.min(event.clientY + 14, innerHeight - tip.offsetHeight - 8)) + 'px';
      };

      // What a mark stands for shows at once, and under a finger too.
      for (const title of document.querySelectorAll('figure svg title')) {
        const mark = title.parentElement;
        const text = title.textContent;
        title.remove();
        if (mark.matches('svg, svg.time *')) continue;
        mark.addEventListener('pointermove', event => say(event, text));
        mark.addEventListener('pointerdown', event => say(event, text));
        mark.addEventListener('pointerleave', () => { tip.hidden = true; });
      }

      const units = {s: 1, ms: 1e-3, 'µs': 1e-6};
      const time = seconds => {
        const [unit, size] = Object.entries(units).find(([, size]) => seconds >= size) ?? ['µs', 1e-6];
        return +(seconds / size).toPrecision(4) + ' ' + unit;
      };

      // Gantt charts. All bars of a kind on a lane are one path of pieces 'M<x> <y>h<length>'.
      const span = 1000;
      const pieces = new WeakMap();
      const bars = path => {
        if (!pieces.has(path)) {
          const names = (path.dataset.names ?? '').split(' ');
          pieces.set(path, path.getAttribute('d').split('M').slice(1).map((piece, index) => {
            const [x, rest] = piece.split(' ');
            return {start: +x, length: +rest.split('h')[1], name: names[index] ?? ''};
          }));
        }
        return pieces.get(path);
      };

      for (const chart of document.querySelectorAll('svg.gantt')) {
        const inner = chart.querySelector('svg.time');
        const end = +inner.dataset.end;
        if (!(end > 0)) continue;
        const isTime = inner.dataset.unit === 's';
        const height = +inner.getAttribute('height');
        const ticks = chart.querySelector('g.ticks');
        let from = 0;
        let width = span;

        const place = event =>
          new DOMPoint(event.clientX, event.clientY)
            .matrixTransform(inner.getScreenCTM().inverse()).x;
        const tell = event => {
          const path = event.target;
          const at = place(event);
          const bar = path.dataset?.names === undefined ? undefined
            : bars(path).find(bar => at >= bar.start && at <= bar.start + bar.length);
          if (!bar) { tip.hidden = true; return; }
          const start = bar.start / span * end;
          const length = bar.length / span * end;
          say(event, `${bar.name}: ${path.dataset.kind}`
            + (isTime ? `\n${time(start)} to ${time(start + length)}, ${time(length)}` : '')
            + (path.dataset.source ? `\n${path.dataset.source}` : ''));
        };
        inner.addEventListener('pointermove', tell);
        inner.addEventListener('pointerdown', tell);
        inner.addEventListener('pointerleave', () => { tip.hidden = true; });
        if (!isTime) continue;

        const svg = (name, attributes, text) => {
          const element = document.createElementNS('http://www.w3.org/2000/svg', name);
          for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
          if (text !== undefined) element.textContent = text;
          return element;
        };
        const draw = () => {
          width = Math.min(span, Math.max(span / 5000, width));
          from = Math.min(span - width, Math.max(0, from));
          inner.setAttribute('viewBox', `${from} 0 ${width} ${height}`);
          const shown = width / span * end;
          const raw = shown / 6;
          const power = 10 ** Math.floor(Math.log10(raw));
          const step = [1, 2, 5, 10].map(n => n * power).find(s => s >= raw);
          ticks.replaceChildren();
          const first = Math.ceil(from / span * end / step);
          for (let n = first; n * step <= (from + width) / span * end * 1.000001; n++) {
            const x = (n * step / end * span - from) / width * span;
            ticks.append(svg('line', {x1: x, x2: x, y1: 0, y2: height, class: 'grid'}),
              svg('text', {x, y: height + 16, class: 'tick middle'}, n ? time(n * step) : '0'));
          }
        };
        const zoom = (factor, at = from + width / 2) => {
          const share = (at - from) / width;
          width = Math.min(span, Math.max(span / 5000, width / factor));
          from = at - share * width;
          draw();
        };

        const tools = document.createElement('div');
        tools.className = 'tools';
        for (const [label, act] of [
          ['Zoom in', () => zoom(2)], ['Zoom out', () => zoom(0.5)],
          ['Earlier', () => { from -= width / 2; draw(); }],
          ['Later', () => { from += width / 2; draw(); }],
          ['Whole step', () => { from = 0; width = span; draw(); }],
        ]) {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = label;
          button.addEventListener('click', act);
          tools.append(button);
        }
        chart.closest('.scroll').before(tools);

        inner.addEventListener('wheel', event => {
          if (!event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          zoom(event.deltaY < 0 ? 1.25 : 0.8, place(event));
        }, {passive: false});
        inner.addEventListener('dblclick', event => zoom(4, place(event)));
      }

      // Tables sort by the column whose head is pressed.
      const sizes = {...units, GiB: 1, MiB: 1 / 1024, '%': 1};
      const value = text => {
        const [, number, unit] = text.match(/^([+-]?[\d,]*\.?\d+)\s*(\S*)/) ?? [];
        return number === undefined ? undefined
          : +number.replaceAll(',', '') * (sizes[unit] ?? 1);
      };
      for (const table of document.querySelectorAll('table')) {
        const body = table.tBodies[0];
        if (!body || body.rows.length < 3) continue;
        [...table.tHead.rows[0].cells].forEach((head, column) => {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = head.textContent;
          button.title = 'Sort';
          head.replaceChildren(button);
          button.addEventListener('click', () => {
            const rises = head.getAttribute('aria-sort') !== 'ascending';
            for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
            head.setAttribute('aria-sort', rises ? 'ascending' : 'descending');
            const key = row => row.cells[column]?.textContent ?? '';
            const rows = [...body.rows].sort((a, b) => {
              const [x, y] = [value(key(a)), value(key(b))];
              const order = x !== undefined && y !== undefined ? x - y
                : x !== undefined ? -1 : y !== undefined ? 1 : key(a).localeCompare(key(b));
              return rises ? order : -order;
            });
            body.append(...rows);
          });
        });
      }

      addEventListener('beforeprint', () => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    })();
    """#
}
