alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check check (role in ('applicant', 'acceptance-officer', 'evaluator',
    'panel-member', 'invigilator', 'exam-officer', 'score-verifier', 'approver', 'certificate-officer', 'supervisor', 'process-owner',
    'manager', 'administrator', 'group-agent'));

create sequence group_import_number;
create table group_import (
    number       text        primary key,
    agent        text        not null references account,
    round_number text        not null references round,
    sheet        uuid,
    sheet_name   text        not null,
    archive      uuid,
    archive_name text,
    declared_at  timestamptz not null,
    state        text        not null check (state in ('CHECKING', 'UNREADABLE', 'CHECKED', 'IMPORTING', 'IMPORTED', 'SUBMITTING',
                                                       'SUBMITTED', 'CANCELLED')),
    cancelling   boolean     not null default false,
    total        integer     not null default 0,
    notes        text,
    due_at       timestamptz not null default now(),
    started_at   timestamptz not null,
    ended_at     timestamptz
);
comment on table group_import is 'A file of applicants that an agent handed in, and how far the work on it has come';
comment on column group_import.sheet is 'Document of the file as it was uploaded; null after its time';
comment on column group_import.sheet_name is 'Encrypted, as archive_name and notes';
comment on column group_import.declared_at is 'When the agent declared that each person has consented';
comment on column group_import.total is 'How many rows or files the present stage has; 0 while that is not known';
comment on column group_import.notes is 'Encrypted JSON: what is to be said of the file as a whole';
comment on column group_import.due_at is 'By the database server''s clock: when a worker may take it, and while one works when that one counts as dead';
create index group_import_by_agent on group_import (agent, number);
create index group_import_due on group_import (due_at) where state in ('CHECKING', 'IMPORTING', 'SUBMITTING');

create table group_row (
    import      text    not null references group_import on delete cascade,
    line        integer not null,
    person      text,
    phone       text,
    level       text    not null,
    content     text    not null,
    digest      text    not null,
    change      text    not null check (change in ('NEW', 'CHANGED', 'UNCHANGED', 'LOCKED', 'TAKEN', 'FAULTY')),
    eligibility text    check (eligibility in ('eligible', 'undetermined', 'ineligible')),
    missing     integer not null default 0,
    report      text    not null,
    account     text,
    case_number text,
    todo        text    check (todo in ('IMPORT', 'SUBMIT')),
    result      text    check (result in ('IMPORTED', 'REFUSED', 'SUBMITTED', 'NOT_SUBMITTED')),
    said        text,
    primary key (import, line)
);
comment on table group_row is 'One line of a file: what it says, what was found, what became of it';
comment on column group_row.line is 'Number of the line in the spreadsheet';
comment on column group_row.person is 'Keyed hash of the identity document, null while that is not valid';
comment on column group_row.phone is 'Keyed hash of the phone number or mail address by which the person takes the account over';
comment on column group_row.content is 'Encrypted JSON: the cells by column, as read';
comment on column group_row.digest is 'Keyed hash of the content';
comment on column group_row.missing is 'How many required materials neither the archive nor the case has';
comment on column group_row.report is 'Encrypted JSON: faults and gaps, in both languages';
comment on column group_row.todo is 'What is still to be done with it in the present stage';
comment on column group_row.said is 'Encrypted JSON: why it was refused';
create index group_row_todo on group_row (import, line) where todo is not null;
create index group_row_account on group_row (account) where account is not null;
create index group_row_person on group_row (import, person, level);

create table group_file (
    import   text    not null references group_import on delete cascade,
    entry    integer not null,
    name     text    not null,
    sha256   text,
    line     integer,
    material text,
    problem  text,
    todo     boolean not null default false,
    said     text,
    primary key (import, entry)
);
comment on table group_file is 'One file of an archive and the row and material it belongs to';
comment on column group_file.entry is 'Its place in the archive';
comment on column group_file.name is 'Encrypted';
comment on column group_file.problem is 'Code of why it belongs to none';
create index group_file_line on group_file (import, line);

create table group_case (
    agent         text not null references account,
    person        text not null,
    standard      text not null,
    level         text not null,
    account       text not null references account,
    case_number   text not null references application,
    digest        text not null,
    claims_digest text not null,
    primary key (agent, person, standard, level)
);
comment on table group_case is 'The case that an agent''s files made for a person, so that another file finds it again';
comment on column group_case.digest is 'Keyed hash of the row that was taken over last';
comment on column group_case.claims_digest is 'Keyed hash of the claims as they were then saved; others mean that the person has changed them';
create index group_case_case on group_case (case_number);
