create table review_round (
    case_number text        not null,
    number      integer     not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    reviewer    text,
    outcome     text        check (outcome in ('accepted', 'returned', 'escalated')),
    reason      text        not null default '',
    version     integer     not null default 0,
    primary key (case_number, number)
);
comment on column review_round.outcome is 'the last decision; the round goes on until closed_at';
create unique index one_open_review_round on review_round (case_number) where closed_at is null;

create table review_verdict (
    case_number  text    not null,
    number       integer not null,
    material     text    not null,
    authenticity text    not null check (authenticity in ('', 'confirmed', 'doubtful')),
    completeness text    not null check (completeness in ('', 'complete', 'incomplete')),
    reason       text    not null,
    primary key (case_number, number, material),
    foreign key (case_number, number) references review_round
);

create table review_finding (
    case_number text    not null,
    number      integer not null,
    fact        text    not null,
    confirmed   text    not null,
    note        text    not null,
    primary key (case_number, number, fact),
    foreign key (case_number, number) references review_round
);

create table review_answer (
    case_number text    not null,
    number      integer not null,
    question    text    not null,
    answer      text    not null check (answer in ('yes', 'no')),
    reason      text    not null,
    primary key (case_number, number, question),
    foreign key (case_number, number) references review_round
);

create table review_opinion (
    id             bigint      generated always as identity primary key,
    case_number    text        not null,
    number         integer     not null,
    evaluator      text        not null,
    recommendation text        not null check (recommendation in ('accepted', 'returned')),
    opinion        text        not null,
    given_at       timestamptz not null,
    foreign key (case_number, number) references review_round
);
comment on table review_round is 'Reasons, findings, notes, questions and opinions about a person are encrypted here and in the tables below';
