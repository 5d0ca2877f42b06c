// The product has one sign-in. Where an app would show its own, which lets nobody in, the page is asked for anew: the server
// then leads to the sign-in and back, and whoever had a task open finds it open.
const OWN = '#/login';
let leaving = false;

/** The app goes to its own place again and again until the page is gone. */
function leave(change) {
  if (leaving || !location.hash.startsWith(OWN)) {
    return;
  }
  leaving = true;
  history.replaceState(null, '', location.pathname + (change ? new URL(change.oldURL).hash : ''));
  location.reload();
}

addEventListener('hashchange', leave);
leave();
