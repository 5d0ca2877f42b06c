// Who reads: the apps take the first language of the browser, and here everything but English reads Chinese.
import './sign-in.js';

const first = (navigator.languages && navigator.languages[0]) || navigator.language || 'zh';
const base = document.querySelector('base');
const root = base.getAttribute('app-root');

export const english = first.toLowerCase().startsWith('en');
document.documentElement.lang = english ? 'en' : 'zh-CN';

/** An address of the product outside the Camunda apps. */
export function address(path) {
  return root.replace(/\/camunda$/, '') + path;
}

/** @returns what is answered as JSON, or null */
export async function asked(path) {
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** The texts are put where the app looks for them before it asks: at a first visit it would else show some keys in their place. */
async function textsAtHand() {
  const language = english ? 'en' : 'zh';
  const prefix = `${root}/app/${base.getAttribute('app-name')}/locales/`;
  const place = `${prefix}_locales_data_${language}_${window.bust}`;
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  const texts = kept[place] ? null : await asked(`${prefix}${language}.json?bust=${window.bust}`);
  if (texts) {
    localStorage.setItem('camunda-web', JSON.stringify({ ...kept, [place]: JSON.stringify(texts) }));
  }
}

const [institution] = await Promise.all([asked(address('/desk/institution')), textsAtHand().catch(() => null)]);

/** The settings that all apps share: one fallback only, so that a second locale never replaces the dates of the first. */
export function settings(chinese, inEnglish) {
  return {
    app: english ? { vendor: institution?.en || 'Zhiping', name: inEnglish } : { vendor: institution?.zh || '职评', name: chinese },
    locales: { availableLocales: ['zh', 'en'], fallbackLocale: english ? 'en' : 'zh' },
    disableWelcomeMessage: true
  };
}
