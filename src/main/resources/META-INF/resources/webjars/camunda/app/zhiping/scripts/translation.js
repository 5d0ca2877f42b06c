// Some viewers inside the apps (forms, decision tables) write texts of their own, in English only and out of reach of the locale
// files. They are put into Chinese as they appear, and only in the places where the viewer itself speaks, never in what a person
// or a model brought in.

function inChinese(text, texts) {
  const said = text.trim();
  if (texts.whole[said]) {
    return texts.whole[said];
  }
  for (const [pattern, sentence] of texts.patterns || []) {
    const parts = pattern.exec(said);
    if (parts) {
      return sentence(...parts.slice(1));
    }
  }
  return null;
}

function translate(node, texts) {
  if (node.nodeType === Node.TEXT_NODE) {
    const said = node.parentElement && node.parentElement.closest(texts.places) && inChinese(node.data, texts);
    if (said) {
      node.data = said;
    }
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    for (const name of ['placeholder', 'aria-label', 'title']) {
      const said = node.hasAttribute(name) && inChinese(node.getAttribute(name), texts);
      if (said) {
        node.setAttribute(name, said);
      }
    }
    node.childNodes.forEach(child => translate(child, texts));
  }
}

/** Keeps a viewer's own texts in Chinese. @returns what ends it */
export function keepInChinese(element, texts) {
  const observer = new MutationObserver(changes => changes.forEach(change => {
    translate(change.target, texts);
    change.addedNodes.forEach(node => translate(node, texts));
  }));
  observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['placeholder', 'aria-label', 'title'] });
  return () => observer.disconnect();
}
