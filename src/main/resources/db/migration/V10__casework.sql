create table duty (
    id             bigint generated always as identity primary key,
    case_number    text        not null,
    task           text        not null,
    account_id     text        not null,
    session_number text,
    done_at        timestamptz not null
);
comment on table duty is 'Who completed which task of which case: the ground of the separation of duties 回避';
create index duty_by_case on duty (case_number, account_id);

create table recusal (
    account_id  text        not null,
    case_number text        not null,
    reason      text        not null check (length(reason) between 1 and 500),
    declared_at timestamptz not null,
    primary key (account_id, case_number)
);
comment on table recusal is 'Relations that a staff member declared: teacher, relative, colleague of the applicant 回避申报';

create table reminder (
    wait    text        not null,
    kind    text        not null check (kind in ('REMINDER', 'OVERDUE', 'ESCALATED')),
    told_at timestamptz not null,
    primary key (wait, kind)
);
comment on table reminder is 'Which wait people were reminded of, and how: each kind once, whatever timer fires again';
