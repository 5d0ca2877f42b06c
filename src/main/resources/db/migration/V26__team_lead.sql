alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check check (role in ('applicant', 'acceptance-officer', 'evaluator',
    'panel-member', 'invigilator', 'exam-officer', 'score-verifier', 'approver', 'certificate-officer', 'supervisor', 'process-owner',
    'manager', 'administrator', 'group-agent', 'team-lead'));
