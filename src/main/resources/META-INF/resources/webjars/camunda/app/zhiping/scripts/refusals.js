// What the engine refuses for want of an authorization it says in English alone, with names of its own; the apps pass it on as it is.
import { english } from './reader.js';

const NOT_ALLOWED = /The user with id '.*' does not have /s;

function said($delegate) {
  const add = $delegate.add;
  $delegate.add = function (notification) {
    if (NOT_ALLOWED.test(String(notification.message))) {
      notification.message = '您的账号没有查看或办理这些内容的权限。';
    }
    return add.call(this, notification);
  };
  return $delegate;
}

if (!english) {
  angular.module('cam.commons.util').decorator('Notifications', ['$delegate', said]);
}
