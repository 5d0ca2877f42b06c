// The form viewer's own texts and what they say in Chinese. A text that is not listed stays as it is.
export const formTexts = {
  places: '.fjs-form-field-error, .fjs-select-placeholder, .fjs-table-empty, td[colspan], .fjs-dropdownlist-empty, '
    + '.fjs-repeat-render-footer, .fjs-taglist-skip-link',
  whole: {
    'Field is required.': '请填写此项。',
    'Value is not a number.': '请填写数字。',
    'Date and time must both be entered.': '日期和时间都要填写。',
    'Field must be a valid email address.': '电子邮箱格式不正确。',
    'Nothing to show.': '没有内容。',
    'No results': '没有符合的选项',
    'All values selected': '已全部选择',
    'Select': '请选择',
    'Search': '搜索',
    'Add new': '添加一行',
    'Collapse': '收起',
    'Remove tag': '移除',
    'Skip to search': '跳到搜索',
    'Increment': '增加',
    'Decrement': '减少',
    'Previous page': '上一页',
    'Next page': '下一页',
    'Click to remove sorting': '点击取消排序',
    'mm/dd/yyyy': '月/日/年',
    'dd/mm/yyyy': '日/月/年',
    'yyyy-mm-dd': '年-月-日',
    'yyyy/mm/dd': '年/月/日',
    'hh:mm': '时:分',
    'hh:mm ?m': '时:分'
  },
  patterns: [
    [/^Field must match pattern (.+)\.$/, () => '格式不正确。'],
    [/^Field must have minimum value of (.+)\.$/, least => `不能小于 ${least}。`],
    [/^Field must have maximum value of (.+)\.$/, most => `不能大于 ${most}。`],
    [/^Field must have minimum length of (.+)\.$/, least => `至少填写 ${least} 个字。`],
    [/^Field must have maximum length of (.+)\.$/, most => `最多填写 ${most} 个字。`],
    [/^Field must be a valid\s+international phone number/, () => '电话号码格式不正确。'],
    [/^Value is expected to be an integer\.$/, () => '请填写整数。'],
    [/^Value is expected to have at most (\d+) decimal digits?\.$/, digits => `最多 ${digits} 位小数。`],
    [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, (a, b) => `请填写有效的值，最接近的是 ${a} 和 ${b}。`],
    [/^Expand all \((\d+)\)$/, rows => `全部展开（${rows}）`],
    [/^Remove list item (\d+)$/, row => `移除第 ${row} 行`],
    [/^Click to sort by (.+) ascending$/, column => `点击按“${column}”升序排列`],
    [/^Click to sort by (.+) descending$/, column => `点击按“${column}”降序排列`]
  ]
};
