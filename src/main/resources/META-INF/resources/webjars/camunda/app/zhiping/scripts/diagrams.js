// The names of the buttons beside a diagram stand in its template, in English alone.
import { english } from './reader.js';

const names = { 'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '恢复原大小' };

function inChinese($delegate) {
  const directive = $delegate[0];
  directive.template = directive.template.replace(/title="([a-z ]+)"/g, (all, name) => names[name] ? `title="${names[name]}" aria-label="${names[name]}"` : all);
  return $delegate;
}

if (!english) {
  for (const viewer of ['camWidgetBpmnViewerDirective', 'camWidgetDmnViewerDirective']) {
    angular.module('camunda.common.widgets').decorator(viewer, ['$delegate', inChinese]);
  }
}
