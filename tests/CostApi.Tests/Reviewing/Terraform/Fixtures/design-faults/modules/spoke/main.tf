variable "name" {
  type = string
}

variable "cidr" {
  type = string
}

variable "services" {
  default = ["ssm"]
}

variable "transit_gateway_id" {
  type = string
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
  tags       = { Name = var.name }
}

resource "aws_subnet" "private" {
  for_each          = toset(["eu-west-1a", "eu-west-1b"])
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr, 8, each.key == "eu-west-1a" ? 0 : 1)
  availability_zone = each.key
}

resource "aws_vpc_endpoint" "this" {
  for_each            = toset(var.services)
  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = values(aws_subnet.private)[*].id
}

resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  count              = var.name == "batch" ? 0 : 1
  vpc_id             = aws_vpc.this.id
  subnet_ids         = values(aws_subnet.private)[*].id
  transit_gateway_id = var.transit_gateway_id
}
