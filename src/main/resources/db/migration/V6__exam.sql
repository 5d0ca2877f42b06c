create table exam_session_number (
    year        integer primary key,
    last_number integer not null
);
comment on table exam_session_number is 'The last session number given in a year; a number is taken with the session, so there are no holes';

create table exam_session (
    number               text        primary key check (number ~ '^S[0-9]{10}$'),
    round_number         text        not null,
    standard             text        not null,
    edition              text        not null,
    level                text        not null,
    direction            text        not null default '',
    part                 text        not null,
    state                text        not null check (state in ('OPENED', 'PLANNED', 'SEATED', 'ATTENDED', 'SCORED', 'CLOSED', 'ABANDONED')),
    opened_by            text        not null,
    opened_at            timestamptz not null,
    starts_at            timestamptz,
    minutes              integer     check (minutes > 0),
    room                 text,
    capacity             integer     check (capacity > 0),
    verdict              text        check (verdict in ('VERIFIED', 'SENT_BACK')),
    verdict_by           text,
    verdict_reason       text,
    version              integer     not null default 0,
    check (state = 'OPENED' or (starts_at is not null and minutes is not null and room is not null)),
    check (state <> 'CLOSED' or verdict = 'VERIFIED')
);
create index on exam_session (state);

create table exam_duty (
    session_number text    not null references exam_session,
    duty           text    not null check (duty in ('INVIGILATOR', 'SCORER')),
    person         text    not null,
    position       integer not null,
    primary key (session_number, duty, person)
);

create table exam_seat (
    session_number text    not null references exam_session,
    case_number    text    not null,
    part           text    not null,
    position       integer not null,
    state          text    not null check (state in ('CHOSEN', 'SEATED', 'RECORDED', 'RELEASED')),
    seat           integer check (seat > 0),
    attendance     text    check (attendance in ('PRESENT', 'ABSENT', 'DISCIPLINED')),
    note           text    not null default '',
    primary key (session_number, case_number),
    unique (session_number, seat)
);
create unique index exam_seat_live on exam_seat (case_number, part) where state in ('CHOSEN', 'SEATED');
comment on index exam_seat_live is 'A case has at most one live seat for a part';

create table admission_ticket (
    number         text        primary key,
    session_number text        not null references exam_session,
    case_number    text        not null,
    issued_at      timestamptz not null,
    unique (session_number, case_number)
);
create index on admission_ticket (case_number);

create table score_sheet (
    session_number text        not null references exam_session,
    scorer         text        not null,
    confirmed_at   timestamptz,
    version        integer     not null default 0,
    primary key (session_number, scorer)
);

create table score (
    session_number text   not null,
    scorer         text   not null,
    case_number    text   not null,
    millionths     bigint check (millionths >= 0),
    lines          jsonb  not null default '{}',
    primary key (session_number, scorer, case_number),
    foreign key (session_number, scorer) references score_sheet
);
comment on column score.millionths is 'The total in millionths of a point; null while only some lines are given';
comment on column score.lines is 'Scores of rubric lines, code to millionths of a point; counted only through weights of the round';

create table exam_scorer_replaced (
    session_number text        not null references exam_session,
    scorer         text        not null,
    successor      text        not null,
    reason         text        not null,
    replaced_by    text        not null,
    replaced_at    timestamptz not null,
    primary key (session_number, scorer)
);
comment on table exam_scorer_replaced is 'The score sheet of a scorer who stands here is void: kept and never counted';

create table panel (
    id           bigint      generated always as identity primary key,
    case_number  text        not null,
    part         text        not null,
    state        text        not null check (state in ('OPENED', 'APPOINTED', 'RECALLED', 'SCORED', 'CONFIRMED', 'CONCLUDED', 'DISSOLVED')),
    opened_at    timestamptz not null,
    held_at      timestamptz,
    duration     integer     check (duration > 0),
    place        text,
    chair        text,
    minutes      text,
    version      integer     not null default 0,
    check (state in ('OPENED', 'DISSOLVED') or (held_at is not null and duration is not null and chair is not null)),
    check (state not in ('CONFIRMED', 'CONCLUDED') or minutes is not null)
);
create unique index panel_live on panel (case_number, part) where state not in ('CONCLUDED', 'DISSOLVED');

create table panel_member (
    panel_id   bigint  not null references panel,
    person     text    not null,
    position   integer not null,
    millionths bigint  check (millionths >= 0),
    lines      jsonb   not null default '{}',
    opinion    text,
    primary key (panel_id, person),
    check ((millionths is null) = (opinion is null))
);

create table panel_recall (
    id          bigint      generated always as identity primary key,
    panel_id    bigint      not null references panel,
    reason      text        not null,
    recalled_by text        not null,
    recalled_at timestamptz not null
);
create index on panel_recall (panel_id);

create table panel_void_score (
    panel_id   bigint  not null references panel,
    position   integer not null,
    person     text    not null,
    millionths bigint  not null,
    lines      jsonb   not null,
    opinion    text    not null,
    primary key (panel_id, position)
);
comment on table panel_void_score is 'What members gave before they were replaced; never counted';

create table part_record (
    case_number    text        not null,
    part           text        not null,
    attendance     text        not null check (attendance in ('PRESENT', 'ABSENT', 'DISCIPLINED')),
    score_sum      bigint      not null check (score_sum >= 0),
    scorers        integer     not null check (scorers > 0),
    decimals       integer     not null check (decimals between 0 and 2),
    session_number text        references exam_session,
    panel_id       bigint      references panel,
    recorded_at    timestamptz not null,
    primary key (case_number, part),
    check ((session_number is null) <> (panel_id is null)),
    check (attendance = 'PRESENT' or score_sum = 0)
);
comment on column part_record.score_sum is 'Sum over the scorers, in millionths of a point: the mean is compared as sum >= scorers x mark';
