create table relation (
    id                 bigint      generated always as identity primary key,
    account_id         text        not null,
    kind               text        not null check (kind in ('RECUSAL', 'TEACHER', 'RELATIVE', 'SAME_EMPLOYER', 'TAUGHT_COURSE', 'OTHER')),
    case_number        text,
    person_fingerprint text,
    person_name        text,
    holds_from         date,
    holds_until        date,
    reason             text        not null check (length(reason) between 1 and 500),
    declared_by        text        not null,
    declared_at        timestamptz not null,
    lifted_by          text,
    lifted_because     text,
    lifted_at          timestamptz,
    check (num_nonnulls(case_number, person_fingerprint) = 1),
    check (num_nonnulls(lifted_by, lifted_because, lifted_at) in (0, 3)),
    check (holds_from <= holds_until)
);
comment on table relation is 'Who of the staff must keep out of whose case, and why 回避; rows are lifted, never deleted';
comment on column relation.person_fingerprint is 'keyed hash of the identity document: the relation is to this person, in every case of theirs';
comment on column relation.person_name is 'encrypted';
comment on column relation.holds_until is 'the last day; of a course the day on which it was last taught';
create index relation_by_account on relation (account_id) where lifted_at is null;

insert into relation (account_id, kind, case_number, reason, declared_by, declared_at)
select account_id, 'RECUSAL', case_number, reason, account_id, declared_at from recusal order by declared_at;
drop table recusal;

create table voided_act (
    id             bigint      generated always as identity primary key,
    case_number    text        not null,
    task           text        not null,
    account_id     text        not null,
    session_number text,
    done_at        timestamptz not null,
    said           text        not null,
    reason         text        not null check (length(reason) between 1 and 500),
    voided_by      text        not null,
    voided_at      timestamptz not null
);
comment on table voided_act is 'Acts of people who should have kept out, found out later: void, kept on record, done again by somebody else';
comment on column voided_act.said is 'encrypted: what is not kept anywhere else of the act';
create index voided_act_by_case on voided_act (case_number);

alter table duty add column voided_act bigint references voided_act;
comment on column duty.voided_act is 'set when the act was declared void: it counts for nothing but that its person does not do it again';

alter table review_round add column voided_at timestamptz;
alter table review_opinion add column voided_at timestamptz;
alter table result_decision add column voided_at timestamptz;

create table void_part_record (like part_record including defaults);
alter table void_part_record add column id bigint generated always as identity primary key, add column voided_at timestamptz not null;
comment on table void_part_record is 'What a part had come to before an act in it was declared void';

create table void_result_part (like result_part including defaults);
alter table void_result_part add column id bigint generated always as identity primary key, add column voided_at timestamptz not null;
comment on table void_result_part is 'How a part had ended before an act in it was declared void';

alter table result drop constraint result_state_check;
alter table result add constraint result_state_check
    check (state in ('PROPOSED', 'SENT_BACK', 'REOPENED', 'APPROVED', 'PUBLIC', 'FAILED', 'WITHDRAWN'));
