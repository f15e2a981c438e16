import type { Region } from './regions.js';
import type { Organization } from './state.js';

// Shapes of the vendor's replies. Source: https://planetscale.com/docs/openapi.yaml

/** The user behind both credentials. */
export function userRecord([organization]: readonly Organization[], createdAt: string) {
  return {
    id: 'u7w2k9d4qx1m',
    display_name: 'Ada Lovelace',
    name: 'ada',
    email: 'ada@example.com',
    avatar_url: 'https://app.planetscale.com/gravatar-fallback.png',
    created_at: createdAt,
    updated_at: createdAt,
    two_factor_auth_configured: true,
    default_organization:
      organization === undefined
        ? null
        : {
            id: organization.id,
            name: organization.name,
            created_at: organization.createdAt,
            updated_at: organization.createdAt,
            deleted_at: null,
          },
    sso: false,
    managed: false,
    directory_managed: false,
    email_verified: true,
  };
}

export function organizationRecord({ id, name, createdAt, databases }: Organization) {
  return {
    id,
    name,
    billing_email: 'billing@example.com',
    created_at: createdAt,
    updated_at: createdAt,
    plan: 'scaler_pro',
    valid_billing_info: true,
    sso: false,
    sso_directory: false,
    single_tenancy: false,
    managed_tenancy: false,
    has_past_due_invoices: false,
    database_count: databases.length,
    sso_portal_url: null,
    features: {},
    idp_managed_roles: false,
    invoice_budget_amount: '0.0',
    keyspace_shard_limit: 64,
    has_card: true,
    payment_info_required: false,
  };
}

export function regionRecord({ slug, displayName, location }: Region) {
  return {
    id: `region-${slug}`,
    provider: 'AWS',
    enabled: true,
    // Addresses of the block that is set aside for examples.
    public_ip_addresses: ['192.0.2.10', '192.0.2.11'],
    display_name: displayName,
    location,
    slug,
    current_default: slug === 'us-east',
    mysql_supported: true,
    postgresql_supported: true,
  };
}
