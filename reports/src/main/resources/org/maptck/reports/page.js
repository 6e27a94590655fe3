(() => {
  const at = id => document.getElementById(id);
  const form = at('filter'), rules = [...document.querySelectorAll('.rule')];
  const rows = new Map([...document.querySelectorAll('[data-rule]')].map(r => [r.dataset.rule, r]));
  const texts = new Map(rules.map(r => [r, r.textContent.toLowerCase()]));
  const judged = (rule, verdict, by) => rule.dataset.verdicts.split(' ').some(mark => {
    const [number, word] = mark.split(':');
    return (!by || by === number) && (!verdict || verdict === word);
  });
  const apply = () => {
    const [text, verdict, by, level, face] =
      ['text', 'verdict', 'by', 'level', 'face'].map(f => at('f-' + f).value.toLowerCase());
    let shown = 0;
    for (const rule of rules) {
      const show = (!level || rule.dataset.level === level)
        && (!face || rule.dataset.faces.split(' ').includes(face))
        && judged(rule, verdict, by)
        && text.split(/\s+/).every(word => texts.get(rule).includes(word));
      rule.hidden = !show;
      rows.get(rule.id).hidden = !show;
      shown += show;
    }
    for (const chapter of document.querySelectorAll('.chapter')) {
      chapter.hidden = !chapter.querySelector('.rule:not([hidden])');
    }
    at('f-count').textContent = `${shown} of ${rules.length} rules`;
  };
  const reveal = () => {
    const target = at(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest('[hidden]')) { form.reset(); apply(); }
    const steps = target.querySelector(':scope > details');
    if (steps) steps.open = true;
    target.scrollIntoView();
  };
  let unpacked;
  const traces = () => unpacked ??= (async () => {
    const bytes = Uint8Array.from(atob(at('traces').textContent), c => c.charCodeAt(0));
    const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return (await new Response(text).text()).split('\n\n').map(trace => trace.split('\n'));
  })();
  const element = (name, ...content) => {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  };
  const offerTrace = line => {
    const button = element('button', 'trace');
    button.ariaExpanded = false;
    button.addEventListener('click', async () => {
      button.ariaExpanded = button.ariaExpanded !== 'true';
      if (button.ariaExpanded === 'false') return line.nextSibling.remove();
      const entries = (await traces())[line.dataset.trace];
      line.after(element('ol', ...entries.map(entry => element('li', element('code', entry)))));
    });
    line.append(' ', button);
  };
  document.querySelectorAll('[data-trace]').forEach(offerTrace);
  for (const link of document.querySelectorAll('.evidence > a')) {
    link.ariaLabel = 'Link to: ' + link.closest('section').querySelector('h4').textContent;
  }
  addEventListener('beforeprint', () => {
    for (const steps of document.querySelectorAll('.rule > section > details')) steps.open = true;
  });
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('change', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  addEventListener('hashchange', reveal);
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.target.matches('input, select')) return;
    event.preventDefault();
    at('f-text').focus();
  });
  reveal();
})();
