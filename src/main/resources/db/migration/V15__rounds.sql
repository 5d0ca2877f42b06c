alter table round
    add column name           text,
    add column capacity       integer check (capacity > 0),
    add column level_capacity jsonb not null default '{}',
    add column exam_dates     jsonb not null default '{}',
    add column announced_at   timestamptz,
    add column extended_at    timestamptz,
    add column cancelled_for  text,
    drop constraint round_status_check,
    add constraint round_status_check check (status in ('PLANNED', 'OPEN', 'CLOSED', 'CANCELLED')),
    add constraint round_cancelled_for_a_reason check (status <> 'CANCELLED' or cancelled_for is not null);
comment on column round.name is 'As 2026年第三批; null for rounds older than names';
comment on column round.capacity is 'Places 人数上限; null is no limit';
comment on column round.level_capacity is 'Places by level, where a level has a limit of its own';
comment on column round.exam_dates is 'Planned day by part';
comment on column round.announced_at is 'When it was opened; null while nobody outside has seen it';
comment on column round.extended_at is 'When its window was last extended';
update round set announced_at = opens_at where status <> 'PLANNED';

alter table application
    drop constraint application_status_check,
    add constraint application_status_check check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'ASSESSED', 'APPROVED',
        'CERTIFIED', 'FAILED', 'WITHDRAWN', 'LAPSED', 'CANCELLED'));
create index application_round on application (round_number, status);

create table round_act (
    id           bigint      generated always as identity primary key,
    round_number text        not null references round,
    act          text        not null check (act in ('PLANNED', 'CLONED', 'CHANGED', 'OPENED', 'CAPACITY', 'EXTENDED', 'CLOSED',
        'CANCELLED')),
    done_by      text        not null,
    done_at      timestamptz not null,
    reason       text        not null default '',
    details      jsonb       not null default '{}'
);
create index round_act_round on round_act (round_number, id);
comment on table round_act is 'What was done to a round, by whom and why; rows are only ever added';
comment on column round_act.done_by is 'Account id; empty where no person acted';
create trigger round_act_is_a_record before update or delete on round_act
    for each row execute function refuse_change_of_record();
