// Camunda Forms in Tasklist, as this product needs them.
// 1. Complete stays available: after an edit in a list the form reports stale faults and Tasklist would never enable it again.
//    Completing checks the form anew, here and on the server.
// 2. What the last attempt reported goes away with the next one, and with the form.
// 3. The viewer writes its own messages in English only; they are put into Chinese as they appear in the form.
import { english } from '../../zhiping/scripts/reader.js';
import { translate } from './form-texts.js';

function helped(controller, forget) {
  return Object.assign(Object.create(controller), {
    notifyFormValidated: () => controller.notifyFormValidated(false),
    registerCompletionHandler: complete => controller.registerCompletionHandler(done => {
      forget();
      complete(done);
    })
  });
}

function inChinese(element, scope) {
  const watch = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['placeholder', 'aria-label', 'title'] };
  const observer = new MutationObserver(changes => changes.forEach(change => {
    translate(change.target);
    change.addedNodes.forEach(translate);
  }));
  observer.observe(element, watch);
  scope.$on('$destroy', () => observer.disconnect());
}

function decorated($delegate, $translate, Notifications) {
  const directive = $delegate[0];
  const link = directive.link;
  const forget = () => Notifications.clear({ status: $translate.instant('COMPLETE_ERROR') });
  directive.compile = () => (scope, element, attributes, controller) => {
    if (!english) {
      inChinese(element[0], scope);
    }
    scope.$on('$destroy', forget);
    link(scope, element, attributes, helped(controller, forget));
  };
  return $delegate;
}

angular.module('cam.tasklist.form').decorator('camTasklistFormCamundaDirective', ['$delegate', '$translate', 'Notifications', decorated]);
