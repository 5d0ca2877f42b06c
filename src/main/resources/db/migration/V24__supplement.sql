-- Reasons by code, and what an officer asks the applicant about

alter table review_verdict add column reasons jsonb not null default '[]';
comment on column review_verdict.reasons is 'Reasons chosen by code, each with the words and the advice as they were when they were chosen';
alter table review_finding add column asked boolean not null default false;
comment on column review_finding.asked is 'A return asks the applicant to correct or explain it; the note says why';
alter table review_answer
    add column asked boolean not null default false,
    drop constraint review_answer_answer_check,
    add constraint review_answer_answer_check check (answer in ('', 'yes', 'no'));
comment on column review_answer.answer is 'empty where nothing is decided yet and the applicant is asked';

-- What a return asks for, item by item, and what the applicant says to it

create table supplement (
    case_number text        not null references application,
    number      integer     not null check (number > 0),
    asked_at    timestamptz not null,
    claims      text        not null,
    primary key (case_number, number)
);
comment on table supplement is 'A return to the applicant; one that marks no item gives back the whole application, as those before this table did';
comment on column supplement.number is 'of the review round that ended with the return';
comment on column supplement.claims is 'encrypted JSON: what the applicant had stated when it was returned';

create table supplement_item (
    case_number text    not null,
    number      integer not null,
    position    integer not null check (position > 0),
    kind        text    not null check (kind in ('MATERIAL', 'FACT', 'QUESTION')),
    item        text    not null,
    opens       text[]  not null,
    note        text    not null default '',
    noted_at    timestamptz,
    primary key (case_number, number, position),
    foreign key (case_number, number) references supplement
);
comment on column supplement_item.item is 'encrypted: code of the material, id of the fact or of the question, which may quote the applicant';
comment on column supplement_item.opens is 'Parts of the form that may be changed on account of it, as jobs, jobs[0] or person.idNumber; * for all';
comment on column supplement_item.note is 'encrypted: what the applicant answers';
