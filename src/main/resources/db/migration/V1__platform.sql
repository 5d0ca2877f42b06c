create table calendar_day (
    day     date    primary key,
    working boolean not null,
    note    text    not null default ''
);
comment on table calendar_day is 'Days that differ from Monday to Friday: public holidays (not working) and make-up days 调休 (working)';
