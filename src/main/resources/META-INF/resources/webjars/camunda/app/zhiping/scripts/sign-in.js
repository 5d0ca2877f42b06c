// The product has one sign-in. Where an app would show its own, which lets nobody in, the page is asked for anew: the server
// then leads to the sign-in and back.
function leave() {
  if (location.hash.startsWith('#/login')) {
    location.replace(location.pathname);
  }
}

addEventListener('hashchange', leave);
leave();
