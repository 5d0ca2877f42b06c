// The cards of a list show a bare number, a task's priority, which is 50 unless a model says otherwise. It is shown where it says something,
// and called what it is.
const NUMBER = '{{ task.priority }}';
const PLACE = 'class="priority"';
const COMMON = 50;

function named($delegate) {
  const cards = $delegate[0];
  if (cards.template?.includes(PLACE) && cards.template.includes(NUMBER)) {
    cards.template = cards.template.replace(PLACE, `${PLACE} ng-if="task.priority !== ${COMMON}"`).replace(NUMBER, `{{ 'PRIORITY' | translate }} ${NUMBER}`);
  }
  return $delegate;
}

angular.module('cam.tasklist.tasklist').decorator('camTasksDirective', ['$delegate', named]);
