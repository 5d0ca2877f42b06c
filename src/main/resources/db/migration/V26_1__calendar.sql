alter table calendar_day add column set_by text;
alter table calendar_day add column set_at timestamptz;
comment on column calendar_day.set_by is 'Account that entered the day; null where it came with the product';

create table calendar_year (
    year   integer     primary key check (year between 2000 and 2200),
    source text        not null,
    set_by text,
    set_at timestamptz not null
);
comment on table calendar_year is 'Years whose holidays and make-up days are known; in any other year only Monday to Friday count';
comment on column calendar_year.set_by is 'Account that entered the year; null where it came with the product';

create table calendar_change (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    by      text,
    act     text        not null check (act in ('day-set', 'day-removed', 'year-shipped', 'year-imported', 'deadlines-moved')),
    subject text        not null,
    detail  text        not null default ''
);
comment on table calendar_change is 'What was done to the calendar: append-only';

create table deadline_move (
    change_id bigint      not null references calendar_change,
    number    text        not null,
    step      text        not null,
    before    timestamptz not null,
    after     timestamptz not null
);
comment on table deadline_move is 'Deadlines of cases and sessions that were computed anew after the calendar had changed';
create index deadline_move_by_number on deadline_move (number);
