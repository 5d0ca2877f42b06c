// Decision tables in Cockpit with Chinese headings.
import { english } from '../../zhiping/scripts/reader.js';
import { keepInChinese } from '../../zhiping/scripts/translation.js';

const tableTexts = {
  places: '.clause, .hit-policy, .annotation.header, .view-drd-button, .input-variable, .output-variable',
  whole: {
    'View DRD': '查看决策需求图',
    'When': '条件',
    'And': '且',
    'Then': '结果',
    'Annotations': '注释',
    'Annotation': '注释',
    'Hit policy:': '命中策略：',
    'Unique': '唯一',
    'First': '第一条',
    'Priority': '按优先级',
    'Any': '任意（结果一致）',
    'Collect': '全部收集',
    'Collect (Sum)': '收集求和',
    'Collect (Min)': '收集取最小值',
    'Collect (Max)': '收集取最大值',
    'Collect (Count)': '收集计数',
    'Rule order': '按规则次序',
    'Output order': '按结果次序',
    'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '规则互不重叠，只会命中一条',
    'Rules may overlap. The first matching rule will be chosen': '规则可以重叠，取命中的第一条',
    'Collects the values of all matching rules': '收集所有命中规则的结果',
    'Input values': '可取的值',
    'Output values': '可取的值',
    'Input type': '数据类型',
    'Output type': '数据类型',
    'string': '文本',
    'number': '数值',
    'integer': '整数',
    'long': '整数',
    'double': '数值',
    'boolean': '是/否',
    'date': '日期'
  }
};

function decorated($delegate) {
  const directive = $delegate[0];
  const compile = directive.compile;
  directive.compile = function (...template) {
    const link = compile && compile.apply(this, template);
    return function (scope, element, ...others) {
      scope.$on('$destroy', keepInChinese(element[0], tableTexts));
      if (link) {
        link.call(this, scope, element, ...others);
      }
    };
  };
  return $delegate;
}

if (!english) {
  angular.module('camunda.common.widgets').decorator('camWidgetDmnViewerDirective', ['$delegate', decorated]);
}
