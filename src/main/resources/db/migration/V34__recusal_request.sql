create table recusal_request (
    id              bigint      generated always as identity primary key,
    case_number     text        not null,
    kind            text        not null check (kind in ('TEACHER', 'RELATIVE', 'SAME_EMPLOYER', 'TAUGHT_COURSE', 'OTHER')),
    person_name     text        not null,
    person_employer text        not null,
    why             text        not null,
    asked_at        timestamptz not null,
    state           text        not null default 'OPEN' check (state in ('OPEN', 'RECORDED', 'DECLINED')),
    account_id      text,
    answer          text,
    settled_by      text,
    settled_at      timestamptz,
    check (num_nonnulls(settled_by, settled_at) = case state when 'OPEN' then 0 else 2 end),
    check ((state = 'RECORDED') = (account_id is not null)),
    check ((state = 'DECLINED') = (answer is not null))
);
comment on table recusal_request is 'Applicants ask that somebody keeps out of their case 申请回避';
comment on column recusal_request.person_name is 'encrypted: whom the applicant means, in the applicant''s words';
comment on column recusal_request.person_employer is 'encrypted: where that person works or teaches, as the applicant knows it; may be empty';
comment on column recusal_request.why is 'encrypted';
comment on column recusal_request.account_id is 'who that turned out to be, and keeps out from then on';
comment on column recusal_request.answer is 'encrypted: what the applicant is told of why not';
create index recusal_request_by_case on recusal_request (case_number);
create index recusal_request_open on recusal_request (id) where state = 'OPEN';
