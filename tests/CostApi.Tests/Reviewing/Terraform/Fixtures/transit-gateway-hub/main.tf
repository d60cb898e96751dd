variable "spokes" {
  default = {
    "team.one" = "10.1.0.0/16"
    "team.two" = "10.2.0.0/16"
  }
}

resource "aws_ec2_transit_gateway" "hub" {
}

module "spoke" {
  source             = "./modules/spoke"
  for_each           = var.spokes
  cidr               = each.value
  azs                = ["eu-west-1a", "eu-west-1b"]
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

module "shared" {
  source             = "./modules/spoke"
  cidr               = "10.0.0.0/16"
  azs                = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

resource "aws_vpc_endpoint" "shared" {
  for_each          = toset(["sts", "secretsmanager"])
  vpc_id            = module.shared.vpc_id
  service_name      = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type = "Interface"
  subnet_ids        = values(module.shared.subnet_ids)
}

resource "aws_vpc_endpoint" "own" {
  for_each            = module.spoke
  vpc_id              = each.value.vpc_id
  service_name        = "com.amazonaws.${var.region}.sqs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = values(each.value.subnet_ids)
}

resource "aws_vpc_peering_connection" "teams" {
  vpc_id      = module.spoke["team.one"].vpc_id
  peer_vpc_id = module.spoke["team.two"].vpc_id
  auto_accept = true
}

resource "aws_ec2_transit_gateway_peering_attachment" "abroad" {
  transit_gateway_id      = aws_ec2_transit_gateway.hub.id
  peer_transit_gateway_id = "tgw-0123456789abcdef0"
  peer_region             = "us-east-1"
}

resource "aws_ec2_transit_gateway_connect" "sdwan" {
  transit_gateway_id      = aws_ec2_transit_gateway.hub.id
  transport_attachment_id = "tgw-attach-0123456789abcdef0"
}

resource "aws_customer_gateway" "office" {
  bgp_asn    = 65000
  ip_address = "203.0.113.10"
  type       = "ipsec.1"
}

resource "aws_vpn_connection" "office" {
  customer_gateway_id = aws_customer_gateway.office.id
  transit_gateway_id  = aws_ec2_transit_gateway.hub.id
  type                = "ipsec.1"
}

resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/egress"
  vpc_id              = module.shared.vpc_id
  subnet_mapping {
    subnet_id = module.shared.subnet_ids["eu-west-1a"]
  }
}

resource "aws_lb" "front" {
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id     = module.shared.subnet_ids["eu-west-1b"]
    allocation_id = aws_eip.front.id
  }
}

resource "aws_eip" "front" {
  domain = "vpc"
}
