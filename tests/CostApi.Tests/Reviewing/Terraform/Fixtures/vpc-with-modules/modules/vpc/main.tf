# Shaped like the community's VPC module: lists of subnets, element() by count.index, and locals.
variable "name" {}
variable "azs" { type = list(string) }
variable "private" { type = list(string) }
variable "public" { type = list(string) }
variable "single_nat_gateway" { default = false }

locals {
  nat_count = var.single_nat_gateway ? 1 : length(var.azs)
  nat_ips   = aws_eip.nat[*].id
}

resource "aws_vpc" "this" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = var.name }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_subnet" "public" {
  count             = length(var.public)
  vpc_id            = aws_vpc.this.id
  cidr_block        = var.public[count.index]
  availability_zone = element(var.azs, count.index)
}

resource "aws_subnet" "private" {
  count             = length(var.private)
  vpc_id            = aws_vpc.this.id
  cidr_block        = var.private[count.index]
  availability_zone = element(var.azs, count.index)
}

resource "aws_eip" "nat" {
  count  = local.nat_count
  domain = "vpc"
}

resource "aws_nat_gateway" "this" {
  count         = local.nat_count
  allocation_id = element(local.nat_ips, var.single_nat_gateway ? 0 : count.index)
  subnet_id     = element(aws_subnet.public[*].id, var.single_nat_gateway ? 0 : count.index)
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table" "private" {
  count  = local.nat_count
  vpc_id = aws_vpc.this.id
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route" "nat" {
  count                  = local.nat_count
  route_table_id         = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = element(aws_nat_gateway.this[*].id, count.index)
}

resource "aws_route_table_association" "public" {
  count          = length(var.public)
  subnet_id      = element(aws_subnet.public[*].id, count.index)
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  count          = length(var.private)
  subnet_id      = element(aws_subnet.private[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}

output "vpc_id" { value = try(aws_vpc.this.id, null) }
output "private_subnets" { value = aws_subnet.private[*].id }
output "private_route_table_ids" { value = aws_route_table.private[*].id }
