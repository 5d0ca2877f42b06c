// Camunda Forms in Tasklist, as this product needs them.
// 1. Complete stays available: after an edit in a list the form reports stale faults and Tasklist would never enable it again.
//    Completing checks the form anew, here and on the server.
// 2. What the last attempt reported goes away with the next one, and with the form.
// 3. The viewer's own messages are in Chinese.
// 4. Nothing typed is drawn over.
// 5. What is filled in is kept on the server.
// 6. Whoever cannot complete for a field that is not in sight is led to it.
import { EVERY_KEY, formViewer } from '../../zhiping/scripts/form-viewer.js';
import { english } from '../../zhiping/scripts/reader.js';
import { keepInChinese } from '../../zhiping/scripts/translation.js';
import { keeping, staysWhileUnsaved, withoutOwnStorage } from './drafts.js';
import { formTexts } from './form-texts.js';

/** What Tasklist passes over in silence when a form is not completed. */
const SAID_ALREADY = { message: 'submission prevented' };
const makers = new WeakMap();

function toFirstFault(element) {
  const field = element.querySelector('.fjs-form-field-error')?.closest('.fjs-form-field');
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector('input:not([readonly]), textarea, select')?.focus({ preventScroll: true });
}

function helped(controller, forget, draft, element) {
  return Object.assign(Object.create(controller), {
    notifyFormValidated: () => controller.notifyFormValidated(false),
    registerSaveHandler: save => controller.registerSaveHandler(event => draft.kept() ? draft.save() : save(event)),
    registerCompletionHandler: complete => controller.registerCompletionHandler(async done => {
      forget();
      if (await draft.ready()) {
        complete((fault, result) => {
          if (fault) {
            requestAnimationFrame(() => toFirstFault(element));
          } else {
            draft.completed();
          }
          done(fault, result);
        });
      } else {
        done(SAID_ALREADY);
        controller.notifyFormValidated(false);
      }
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
    const draft = keeping(controller.getParams().taskId, scope, element[0]);
    makers.set(element[0], draft.made);
    link(withoutOwnStorage(scope, draft), element, attributes, helped(controller, forget, draft, element[0]));
  };
  return $delegate;
}

angular.module('cam.tasklist.form').decorator('camTasklistFormCamundaDirective', ['$delegate', '$translate', 'Notifications', decorated])
  .run(['$rootScope', staysWhileUnsaved]);

// Tasklist makes its forms without options; what a form is made with can still be added.
const viewer = formViewer();
if (viewer) {
  const made = viewer.Form.prototype._createInjector;
  viewer.Form.prototype._createInjector = function (options, container) {
    makers.get(options.container)?.(this);
    return made.call(this, { ...EVERY_KEY, ...options }, container);
  };
}
