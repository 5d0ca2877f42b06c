create sequence round_number;
create table round (
    number         text        primary key,
    standard       text        not null,
    edition        text        not null,
    levels         text[]      not null,
    directions     text[]      not null,
    opens_at       timestamptz not null,
    closes_at      timestamptz not null,
    reference_date date,
    parameters     jsonb       not null,
    status         text        not null check (status in ('PLANNED', 'OPEN', 'CLOSED')),
    version        integer     not null default 0,
    check (opens_at < closes_at)
);

create sequence case_number;
create table application (
    case_number        text        primary key,
    round_number       text        not null references round,
    standard           text        not null,
    edition            text        not null,
    level              text        not null,
    direction          text        not null,
    applicant          text        not null,
    applicant_name     text        not null,
    person_fingerprint text,
    status             text        not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'ASSESSED',
                                                              'APPROVED', 'CERTIFIED', 'FAILED', 'WITHDRAWN', 'LAPSED')),
    claims             text        not null,
    confirmation       text        not null,
    started_at         timestamptz not null,
    submitted_at       timestamptz,
    supplement_until   timestamptz,
    version            integer     not null default 0
);
comment on column application.applicant_name is 'encrypted';
comment on column application.claims is 'encrypted JSON, as typed';
comment on column application.confirmation is 'encrypted JSON';
comment on column application.person_fingerprint is 'keyed hash of the identity document, null while it is not valid';
create index application_applicant on application (applicant);
create index application_status on application (status, case_number);
create index application_draft on application (round_number) where status = 'DRAFT';
create index application_person on application (person_fingerprint, standard);
create unique index one_application_per_account_and_level on application (applicant, standard, level)
    where status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'ASSESSED', 'APPROVED');
create unique index one_application_per_person_and_level on application (person_fingerprint, standard, level)
    where status in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'ASSESSED', 'APPROVED');

create table application_file (
    document    uuid        primary key,
    case_number text        not null references application,
    material    text        not null,
    attached_at timestamptz not null
);
create index application_file_case on application_file (case_number);

create table milestone (
    id          bigint      generated always as identity primary key,
    case_number text        not null references application,
    applicant   text        not null,
    milestone   text        not null,
    args        jsonb       not null,
    reached_at  timestamptz not null
);
create index milestone_case on milestone (case_number, id);
