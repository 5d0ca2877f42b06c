// Camunda Forms in Tasklist, as this product needs them.
// 1. Complete stays available: after an edit in a list the form reports stale faults and Tasklist would never enable it again.
//    Completing checks the form anew, here and on the server.
// 2. What the last attempt reported goes away with the next one, and with the form.
// 3. The viewer's own messages are in Chinese.
// 4. Nothing typed is drawn over.
import { EVERY_KEY, formViewer } from '../../zhiping/scripts/form-viewer.js';
import { english } from '../../zhiping/scripts/reader.js';
import { keepInChinese } from '../../zhiping/scripts/translation.js';
import { formTexts } from './form-texts.js';

function helped(controller, forget) {
  return Object.assign(Object.create(controller), {
    notifyFormValidated: () => controller.notifyFormValidated(false),
    registerCompletionHandler: complete => controller.registerCompletionHandler(done => {
      forget();
      complete(done);
    })
  });
}

function decorated($delegate, $translate, Notifications) {
  const directive = $delegate[0];
  const link = directive.link;
  const forget = () => Notifications.clear({ status: $translate.instant('COMPLETE_ERROR') });
  directive.compile = () => (scope, element, attributes, controller) => {
    if (!english) {
      scope.$on('$destroy', keepInChinese(element[0], formTexts));
    }
    scope.$on('$destroy', forget);
    link(scope, element, attributes, helped(controller, forget));
  };
  return $delegate;
}

angular.module('cam.tasklist.form').decorator('camTasklistFormCamundaDirective', ['$delegate', '$translate', 'Notifications', decorated]);

// Tasklist makes its forms without options; what a form is made with can still be added.
const viewer = formViewer();
if (viewer) {
  const made = viewer.Form.prototype._createInjector;
  viewer.Form.prototype._createInjector = function (options, container) {
    return made.call(this, { ...EVERY_KEY, ...options }, container);
  };
}
